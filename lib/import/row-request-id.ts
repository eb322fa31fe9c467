import { createHash } from "node:crypto";

/** The request under which a row is handed in: the same whenever it is tried again, so that it comes in once. */
export function rowRequestId(importId: number, row: number): string {
  const hex = createHash("sha256").update(`import ${importId} row ${row}`).digest("hex");
  // A version 8 UUID: what it is made of is ours to say.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
