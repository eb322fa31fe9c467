import { z } from "zod";
import { cleanText } from "@/lib/format/clean-text";
import type { Parsed } from "@/lib/refusal";

/** A form field that a lenient parser reads; left empty, or not sent, it is null. */
export function lenientField<Value>(parse: (raw: string) => Parsed<Value>) {
  return z
    .string()
    .default("")
    .transform((raw, context): Value | null => {
      const parsed = parseText(raw, parse);
      if ("value" in parsed) return parsed.value;
      context.addIssue({ code: "custom", message: parsed.refusal });
      return z.NEVER;
    });
}

function parseText<Value>(raw: string, parse: (raw: string) => Parsed<Value>): Parsed<Value | null> {
  const text = cleanText(raw);
  if ("refusal" in text) return text;
  return text.value === "" ? { value: null } : parse(text.value);
}

/** A text field of bounded length; left empty, or not sent, it is null. */
export function textField(most: number) {
  return lenientField(
    (text): Parsed<string> =>
      text.length <= most
        ? { value: text }
        : { refusal: `最多 ${most} 个字，现在 ${text.length} 个，请精简。` },
  );
}

/** The same for a field that must be filled in; the message says with what. */
export function required<Value>(field: z.ZodType<Value | null, string | undefined>, message: string) {
  return field.transform((value, context): Value => {
    if (value !== null) return value;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

/** The first message for each field, by the field's path joined with "-". */
export function issuesByField(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[path.join("-")] ??= message;
  return errors;
}
