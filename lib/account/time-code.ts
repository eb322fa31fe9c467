import "server-only";
import { Secret, TOTP } from "otpauth";
import { siteName } from "@/lib/text/site-text";

// RFC 6238 as every authenticator app has it: SHA-1, six digits, a step of 30 seconds (the library's defaults).
const secretBytes = 20;
// A step earlier or later, for clocks that differ and fingers that are slow.
const stepsAside = 1;

/** A fresh secret for one account's authenticator app. */
export function newTimeSecret(): Uint8Array {
  return new Uint8Array(new Secret({ size: secretBytes }).buffer);
}

type When = {
  nowMs: number;
  /** The last step whose code was used, null for none: a code counts once, and no older one after it. */
  after: number | null;
};

/** The time step that this code of six digits belongs to; null when it fits none that may still be used. */
export function fittingStep(secret: Uint8Array, digits: string, { nowMs, after }: When): number | null {
  const totp = new TOTP({ secret: secretOf(secret) });
  const delta = totp.validate({ token: digits, timestamp: nowMs, window: stepsAside });
  if (delta === null) return null;
  const step = totp.counter({ timestamp: nowMs }) + delta;
  return after === null || step > after ? step : null;
}

/** The secret as an app takes it: typed, in groups of four, or as a link, which a QR code holds. */
export function secretToShow(secret: Uint8Array, accountName: string): { text: string; link: string } {
  const totp = new TOTP({ issuer: siteName, label: accountName, secret: secretOf(secret) });
  return { text: totp.secret.base32.replace(/.{4}(?=.)/g, "$& "), link: totp.toString() };
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer });
}
