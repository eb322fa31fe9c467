import type { z } from "zod";
import { type FormState, keptValues } from "@/lib/result";

/** A form's fields by name; a list where a name was sent more than once. */
export function formInput(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) => {
      const [only, ...more] = form.getAll(name);
      return [name, more.length === 0 && only !== undefined ? only : form.getAll(name)];
    }),
  );
}

/** What the form shows again: the first message of each field, by the field's name, and all that was typed. */
export function invalidInput(error: z.ZodError, form: FormData): FormState {
  const fieldErrors: Record<string, string> = {};
  let message: string | undefined;
  for (const { path, message: text } of error.issues) {
    const field = path.join(".");
    if (field) fieldErrors[field] ??= text;
    else message ??= text;
  }
  return { message, fieldErrors, values: keptValues(form) };
}
