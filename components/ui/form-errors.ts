import type { FormState } from "@/lib/result";
import type { FieldError } from "./error-summary";

/** What `ErrorSummary` lists for a refused form whose inputs have the ids of their fields. */
export function formErrors({ message, fieldErrors }: FormState): FieldError[] {
  const ofFields = Object.entries(fieldErrors).map(([fieldId, text]) => ({ fieldId, message: text }));
  const isSaid = !message || ofFields.some((error) => error.message === message);
  return isSaid ? ofFields : [{ fieldId: null, message }, ...ofFields];
}

/** What was typed into a field of one value, to be its `defaultValue` again. */
export function keptText({ values }: FormState, name: string): string {
  const kept = values[name];
  return typeof kept === "string" ? kept : "";
}
