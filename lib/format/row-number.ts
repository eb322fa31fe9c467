/** The id of a row that an address or a field names; null: it can be none. */
export function rowNumberIn(text: unknown): number | null {
  return typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
