/** What an action about an attachment is sent, where it is not sent by a form. */
export function keyForm(key: string, more: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ key, ...more })) form.append(name, value);
  return form;
}
