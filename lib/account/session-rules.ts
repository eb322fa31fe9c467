import type { Role } from "@/lib/auth/policy";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** `idleMs` null: only the absolute end counts. */
type SessionLimits = { absoluteMs: number; idleMs: number | null };

const atWork: SessionLimits = { absoluteMs: 12 * hourMs, idleMs: 15 * minuteMs };

/** Officials only read. */
export const sessionLimits = {
  official: { absoluteMs: 7 * 24 * hourMs, idleMs: null },
  staff: atWork,
  reviewer: atWork,
  admin: atWork,
  security: atWork,
  auditor: atWork,
} as const satisfies Record<Role, SessionLimits>;

/** Each use within this time of the last noted one is not noted, so that reading costs no write. */
export const useIsNotedAfterMs = minuteMs;

/** When a session ends unless it is used before. */
export function sessionEnd(session: { role: Role; lastSeenAt: Date; expiresAt: Date }): Date {
  const { idleMs } = sessionLimits[session.role];
  if (idleMs === null) return session.expiresAt;
  return new Date(Math.min(session.expiresAt.getTime(), session.lastSeenAt.getTime() + idleMs));
}
