import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { SecondStep } from "@/lib/account/second-factor-rules";
import { sessionSecret } from "./session-cookie";

const lastsSeconds = 5 * 60;

// A key of its own: what is sealed here is never taken for a session's cookie, nor the other way round.
const salt = "second step of signing in";

const secondStepSchema = z.object({ accountId: z.int(), name: z.string(), version: z.int() });

/** What the page that asks for the code sends back with it: who gave the right password, encrypted, for five minutes. */
export function sealSecondStep(step: SecondStep): Promise<string> {
  return encode({ token: step, secret: sessionSecret(), maxAge: lastsSeconds, salt });
}

/** Null when we did not make it, or it expired. */
export async function openSecondStep(sealed: string): Promise<SecondStep | null> {
  const token = await decode({ token: sealed, secret: sessionSecret(), salt }).catch(() => null);
  return secondStepSchema.safeParse(token).data ?? null;
}
