import type { Role } from "@/lib/auth/policy";
import { asciiOf } from "@/lib/format/lenient-input";

/** What somebody gives beside the password: the app's six digits, or one of the codes kept on paper. */
export type TypedCode = { kind: "time"; digits: string } | { kind: "recovery"; code: string };

/** Reads what was typed, in any width, case and grouping; null when it can be neither. */
export function readCode(typed: string): TypedCode | null {
  const plain = asciiOf(typed).toLowerCase().replace(/-/g, "");
  if (/^\d{6}$/.test(plain)) return { kind: "time", digits: plain };
  // As people copy them from paper.
  const code = plain.replace(/o/g, "0").replace(/[il]/g, "1");
  return /^[0-9a-hjkmnp-tv-z]{12}$/.test(code) ? { kind: "recovery", code: grouped(code) } : null;
}

function grouped(code: string): string {
  return code.replace(/.{4}(?=.)/g, "$&-");
}

/** Of whom a second factor is required where the operator wants it: of all who do more than read. */
export function needsSecondFactor(role: Role, isRequired: boolean): boolean {
  return isRequired && role !== "official";
}

const offerMs = 15 * 60_000;

/** An offer that is older is over: its secret is no longer shown, and confirms nothing. */
export function offeredSince(now: Date): Date {
  return new Date(now.getTime() - offerMs);
}

/** Who gave the right password of an account with a second factor, as that account was then. */
export type SecondStep = { accountId: number; name: string; version: number };
