import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { sessionSecret } from "@/lib/auth/session-cookie";

const cipher = "aes-256-gcm";
const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Rotating NEXTAUTH_SECRET makes every stored second factor unreadable. Nobody is shut out by it: recovery codes go on
 * working, and a factor can be taken away (docs/operations.md). To read old ones with an old secret, give that secret
 * a version of its own here.
 */
function key(): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", sessionSecret(), "", `second factor ${version}`, 32));
}

/** What is stored of a second factor's secret. It opens for this account only, so that rows cannot be exchanged. */
export function sealSecret(secret: Uint8Array, accountId: number): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key(), nonce).setAAD(context(accountId));
  const sealed = Buffer.concat([nonce, sealing.update(secret), sealing.final(), sealing.getAuthTag()]);
  return `${version}.${sealed.toString("base64url")}`;
}

/** Null when it was sealed under another NEXTAUTH_SECRET, for another account, or was changed. */
export function openSecret(stored: string, accountId: number): Uint8Array | null {
  const [storedVersion, text] = stored.split(".");
  const sealed = Buffer.from(text ?? "", "base64url");
  if (storedVersion !== version || sealed.length <= nonceBytes + tagBytes) return null;
  const opening = createDecipheriv(cipher, key(), sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  opening.setAAD(context(accountId)).setAuthTag(sealed.subarray(-tagBytes));
  const secret = opening.update(sealed.subarray(nonceBytes, -tagBytes));
  try {
    return Buffer.concat([secret, opening.final()]);
  } catch {
    return null;
  }
}

function context(accountId: number): Uint8Array {
  return new TextEncoder().encode(`account ${accountId}`);
}
