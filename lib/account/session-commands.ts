import "server-only";
import { record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/result";
import { useIsNotedAfterMs } from "./session-rules";

type Session = { id: string; lastSeenAt: Date };

/** Moves the idle end on; at most once a minute. Returns when the session was last seen. */
export async function noteUse({ id, lastSeenAt }: Session): Promise<Date> {
  const now = new Date();
  if (now.getTime() - lastSeenAt.getTime() < useIsNotedAfterMs) return lastSeenAt;
  await db.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: now } });
  return now;
}

/** Ends the session that asks. */
export async function signOut(viewer: Viewer): Promise<void> {
  await endOwnSession(viewer, { sessionId: viewer.sessionId });
}

/** Ends one session of the viewer's own account; one that ended before stays as it is. */
export async function endOwnSession(viewer: Viewer, { sessionId }: { sessionId: string }): Promise<void> {
  requirePermission(viewer, "own-account:manage");
  await db.$transaction(async (tx) => {
    const count = await endSessions(tx, { id: sessionId, accountId: viewer.accountId });
    if (count > 0) await recordEnd(tx, viewer, viewer.name, count);
  });
}

/** Ends all sessions of the viewer's own account but the one that asks. */
export async function endOtherSessions(viewer: Viewer): Promise<void> {
  requirePermission(viewer, "own-account:manage");
  await db.$transaction(async (tx) => {
    const count = await endSessions(tx, { accountId: viewer.accountId, NOT: { id: viewer.sessionId } });
    if (count > 0) await recordEnd(tx, viewer, viewer.name, count);
  });
}

/** Ends all sessions of an account: the security administrator's. */
export async function endSessionsOf(viewer: Viewer, { name }: { name: string }): Promise<void> {
  requirePermission(viewer, "session:end");
  await db.$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { name }, select: { id: true } });
    if (!account) throw new DomainError(`没有用户名为 ${name} 的账号，请核对。`, "name");
    const count = await endSessions(tx, { accountId: account.id });
    await recordEnd(tx, viewer, name, count);
  });
}

type SessionsToEnd = { accountId: number; id?: string; NOT?: { id: string } };

/** How many were still open. */
export async function endSessions(tx: Transaction, where: SessionsToEnd): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { ...where, endedAt: null },
    data: { endedAt: new Date() },
  });
  return count;
}

function recordEnd(tx: Transaction, viewer: Viewer, name: string, count: number): Promise<void> {
  return record(tx, { actor: viewer, action: "session.ended", subject: name, details: { count } });
}
