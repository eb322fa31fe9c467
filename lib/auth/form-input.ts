import type { z } from "zod";
import { type FormState, keptValues } from "@/lib/result";

/** A form's fields by name; a list where a name was sent more than once. */
export function formInput(form: FormData): Record<string, FormDataEntryValue | FormDataEntryValue[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name).map(withoutNul);
      const [only, ...more] = values;
      return [withoutNul(name), only !== undefined && more.length === 0 ? only : values];
    }),
  );
}

/** NUL may come with what is pasted; Postgres stores it neither as text nor in JSON. */
function withoutNul<Value extends FormDataEntryValue>(value: Value): Value | string {
  return typeof value === "string" ? value.replaceAll("\0", "") : value;
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
