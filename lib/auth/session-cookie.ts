import "server-only";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { isHttps } from "./session-cookie-name";

export const sessionCookieOptions = { httpOnly: true, secure: isHttps, sameSite: "lax", path: "/" } as const;

/** Without it no cookie can be trusted, so nobody could sign in. */
export function sessionSecret(): string {
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set");
  return env.NEXTAUTH_SECRET;
}

/** The cookie's value: next-auth's encrypted token with the session's id in it. */
export function sealSessionId(sessionId: string, expiresAt: Date): Promise<string> {
  const maxAge = Math.ceil((expiresAt.getTime() - Date.now()) / 1000);
  return encode({ token: { sessionId }, secret: sessionSecret(), maxAge });
}

/** The session's id in a cookie's value; null when we did not make it, or it expired. */
export async function openSessionId(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  const token = await decode({ token: value, secret: sessionSecret() }).catch(() => null);
  return typeof token?.sessionId === "string" ? token.sessionId : null;
}
