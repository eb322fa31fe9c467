import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { findOpenSession, type OpenSession } from "@/lib/account/account-queries";
import { needsSecondFactor } from "@/lib/account/second-factor-rules";
import { noteUse } from "@/lib/account/session-commands";
import { sessionEnd } from "@/lib/account/session-rules";
import { env } from "@/lib/env";
import { requestOrigin } from "./request-origin";
import { openSessionId } from "./session-cookie";
import { sessionCookieName } from "./session-cookie-name";
import type { Viewer } from "./viewer";

/** The session of this request's cookie, checked against the database; notes no use. */
export const findCurrentSession = cache(async (): Promise<OpenSession | null> => {
  const sessionId = await openSessionId((await cookies()).get(sessionCookieName)?.value);
  return sessionId ? findOpenSession(sessionId) : null;
});

const usedSession = cache(async (): Promise<OpenSession | null> => {
  const session = await findCurrentSession();
  return session && { ...session, lastSeenAt: await noteUse(session) };
});

/** Who asks; null when nobody is signed in. Moves the session's idle end on. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const session = await usedSession();
  if (!session) return null;
  const { accountId, name, displayName, role, id: sessionId, mustChangePassword } = session;
  const isRequired = needsSecondFactor(role, env.REQUIRE_TOTP ?? false);
  const mustAddSecondFactor = isRequired && !session.hasSecondFactor;
  const { address } = await requestOrigin();
  return {
    accountId,
    name,
    displayName,
    role,
    sessionId,
    mustChangePassword,
    mustAddSecondFactor,
    address,
  };
});

/** How long this request's session lasts unless it is used again; null when nobody is signed in. */
export async function getSessionRemainingMs(): Promise<number | null> {
  const session = await usedSession();
  return session && remainingMs(session);
}

/** How long a session lasts unless it is used again; 0 when it has ended. */
export function remainingMs(session: OpenSession): number {
  return Math.max(0, sessionEnd(session).getTime() - Date.now());
}
