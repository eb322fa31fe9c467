import type { NamedForm } from "@/lib/attachment/attachment-dto";

/** The inputs by which an action knows the attachment and its form. */
export function attachmentFields({ code, corrects }: NamedForm, key: string): Record<string, string> {
  return { key, code, corrects: corrects === null ? "" : String(corrects) };
}

/** The same, and more, as an action is sent it without a form. */
export function formDataOf(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
