import { randomBytes } from "node:crypto";

const keyForm = /^[0-9a-f]{32}(\.thumb)?$/;

/** A key that nobody can guess. */
export function newStorageKey(): string {
  return randomBytes(16).toString("hex");
}

/** The key of the small version of a photo. */
export function thumbnailKey(key: string): string {
  return `${key}.thumb`;
}

/** Throws unless we made the key, so that nothing else ever becomes part of a path. */
export function requireStorageKey(key: string): void {
  if (!keyForm.test(key)) throw new Error("Not a key of the storage");
}
