import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { sessionSecret } from "./session-cookie";
import type { Viewer } from "./viewer";

/** Whose form a page showed. The form says so itself, as its session may have ended, or be another's, when it is sent. */
export type Keeper = { accountId: number; form: string };

const keeperSchema = z.object({ accountId: z.int(), form: z.string() });

// The token of a session is sealed with none, so neither passes for the other.
const salt = "form-keeper";
const openSeconds = 30 * 24 * 3600;

/** The value of the hidden input `keeper`. */
export function sealKeeper({ accountId }: Viewer, form: string): Promise<string> {
  return encode({ token: { accountId, form }, secret: sessionSecret(), maxAge: openSeconds, salt });
}

/** What a page with a form tells the browser: whose form it is, and under what to keep what is not saved yet. */
export async function keptFormOf(viewer: Viewer, form: string): Promise<{ keeper: string; copyKey: string }> {
  return { keeper: await sealKeeper(viewer, form), copyKey: `${viewer.accountId}:${form}` };
}

/** Null: there is none, we did not make it, or the form was opened too long ago. */
export async function openKeeper(value: unknown): Promise<Keeper | null> {
  if (typeof value !== "string" || value === "") return null;
  const token = await decode({ token: value, secret: sessionSecret(), salt }).catch(() => null);
  return keeperSchema.safeParse(token).data ?? null;
}
