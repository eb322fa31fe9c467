import "server-only";
import { z } from "zod";
import type { Role } from "@/lib/auth/policy";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { formatInstant } from "@/lib/format/shanghai-time";
import type { AccountState } from "./account-rules";
import { sessionEnd } from "./session-rules";

/** A session that has not ended, with the account as it is now. */
export type OpenSession = {
  id: string;
  accountId: number;
  name: string;
  displayName: string;
  role: Role;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
  lastSeenAt: Date;
  expiresAt: Date;
};

/** Null when it never was, was ended, is past its end, or its account was disabled. Notes no use. */
export async function findOpenSession(sessionId: string): Promise<OpenSession | null> {
  if (!z.uuid().safeParse(sessionId).success) return null;
  const [session] = await db.$queryRaw<OpenSession[]>`
    select session.id, account.id as "accountId", account.name, account.display_name as "displayName",
      account.role::text, account.must_change_password as "mustChangePassword",
      factor.confirmed_at is not null as "hasSecondFactor",
      session.last_seen_at as "lastSeenAt", session.expires_at as "expiresAt"
    from sessions session join accounts account on account.id = session.account_id
      left join second_factors factor on factor.account_id = account.id
    where session.id = ${sessionId}::uuid and session.ended_at is null and account.disabled_at is null`;
  return session && sessionEnd(session) > new Date() ? session : null;
}

export type AccountRow = {
  name: string;
  displayName: string;
  role: Role;
  state: AccountState;
  hasSecondFactor: boolean;
  /** Null: never. */
  lastSignInAt: string | null;
};

// A city has dozens.
const mostAccounts = 1000;

/** All accounts by name, for those who administer them. */
export async function listAccounts(viewer: Viewer): Promise<AccountRow[]> {
  requirePermission(viewer, "account:read");
  const accounts = await db.account.findMany({
    orderBy: { name: "asc" },
    take: mostAccounts,
    select: {
      name: true,
      displayName: true,
      role: true,
      mustChangePassword: true,
      disabledAt: true,
      lockedUntil: true,
      lastSignInAt: true,
      secondFactor: { select: { confirmedAt: true } },
    },
  });
  return accounts.map(({ name, displayName, role, secondFactor, lastSignInAt, ...account }) => ({
    name,
    displayName,
    role,
    state: stateOf(account),
    hasSecondFactor: Boolean(secondFactor?.confirmedAt),
    lastSignInAt: lastSignInAt && formatInstant(lastSignInAt),
  }));
}

type StateColumns = { mustChangePassword: boolean; disabledAt: Date | null; lockedUntil: Date | null };

function stateOf({ mustChangePassword, disabledAt, lockedUntil }: StateColumns): AccountState {
  if (disabledAt) return "disabled";
  if (lockedUntil && lockedUntil > new Date()) return "locked";
  return mustChangePassword ? "one-time-password" : "active";
}

export type OwnSession = {
  id: string;
  /** The one that asks. */
  isCurrent: boolean;
  openedAt: string;
  lastSeenAt: string;
  address: string | null;
  userAgent: string | null;
};

/** The open sessions of the viewer's own account, the last used first. */
export async function listOwnSessions(viewer: Viewer): Promise<OwnSession[]> {
  requirePermission(viewer, "own-account:manage");
  const sessions = await db.session.findMany({
    where: { accountId: viewer.accountId, endedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, address: true, userAgent: true },
  });
  return sessions
    .filter((session) => sessionEnd({ ...session, role: viewer.role }) > new Date())
    .map(({ id, createdAt, lastSeenAt, address, userAgent }) => ({
      id,
      isCurrent: id === viewer.sessionId,
      openedAt: formatInstant(createdAt),
      lastSeenAt: formatInstant(lastSeenAt),
      address,
      userAgent,
    }));
}
