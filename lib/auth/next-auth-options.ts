import "server-only";
import type { NextAuthOptions } from "next-auth";
import { findCurrentSession, remainingMs } from "./current-viewer";
import { sessionCookieOptions, sessionSecret } from "./session-cookie";
import { sessionCookieName } from "./session-cookie-name";

/**
 * next-auth reads the session; our own sign-in opens it, because next-auth's forms lose the typed name and cannot say
 * how long a lock lasts. The token only names a row, and the row decides.
 */
export function nextAuthOptions(): NextAuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt" },
    providers: [],
    cookies: { sessionToken: { name: sessionCookieName, options: sessionCookieOptions } },
    callbacks: {
      async session({ session }) {
        const open = await findCurrentSession();
        if (!open) return { expires: session.expires };
        return {
          ...session,
          user: { name: open.displayName },
          role: open.role,
          remainingMs: remainingMs(open),
        };
      },
    },
  };
}
