import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, record } from "@/lib/audit/audit-record";
import type { Role } from "@/lib/auth/policy";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { DomainError } from "@/lib/result";
import { newNameSchema, type SignInInput } from "./account-schema";
import { isPassword } from "./password";
import { sessionLimits } from "./session-rules";
import {
  type Attempt,
  chargeAttempt,
  failuresBeforeLock,
  lockMinutes,
  settleAttempt,
} from "./sign-in-attempt-commands";

/** Where a request comes from; null: unknown. */
export type Origin = { address: string | null; userAgent: string | null };

export type OpenedSession = { sessionId: string; expiresAt: Date; role: Role; mustChangePassword: boolean };

type Charged = Extract<Attempt, { outcome: "charged" }>;
type KnownAccount = NonNullable<Charged["account"]>;

const wrong = `用户名或密码不正确，请核对后再试。连续 ${failuresBeforeLock} 次不正确，账号会锁定 ${lockMinutes} 分钟。`;
const justLocked = `密码连续 ${failuresBeforeLock} 次不正确，账号已锁定 ${lockMinutes} 分钟。请到时再试，或请系统管理员重置密码。`;
const disabled = "这个账号已停用。要继续使用，请联系系统管理员。";
const tooManyHere = `这个网络地址登录失败的次数太多，请 ${lockMinutes} 分钟后再试。`;
const stillLocked = (minutes: number) =>
  `密码连续 ${failuresBeforeLock} 次不正确，账号已锁定，还剩 ${minutes} 分钟。请到时再试，或请系统管理员重置密码。`;

/** Opens a session for the right name and password. Every other attempt is a DomainError, and an audit event. */
export async function signIn({ name, password }: SignInInput, origin: Origin): Promise<OpenedSession> {
  const attempt = await chargeAttempt(name, origin.address);
  if (attempt.outcome === "address-limit") {
    // No audit event: whoever floods us shall not fill the record.
    log.warn("An address reached its limit of failed sign-ins", { address: origin.address });
    throw new DomainError(tooManyHere);
  }
  if (attempt.outcome === "locked") return refuse(name, origin, "locked", stillLocked(attempt.minutesLeft));

  const { account } = attempt;
  const isRight = await isPassword(password, account?.passwordHash ?? null);
  if (!account) return refuse(name, origin, "unknown-name", wrong);
  if (!isRight) return refuse(name, origin, "wrong-password", account.lockedUntil ? justLocked : wrong);
  if (account.disabledAt) return refuse(name, origin, "disabled", disabled);

  const session = await openSession(account, attempt.failureId, origin);
  return session ?? refuse(name, origin, "changed-meanwhile", wrong);
}

function openSession(account: KnownAccount, failureId: number | null, origin: Origin) {
  return db.$transaction(async (tx): Promise<OpenedSession | null> => {
    if (!(await settleAttempt(tx, account, failureId))) return null;
    const now = new Date();
    const expiresAt = new Date(now.getTime() + sessionLimits[account.role].absoluteMs);
    const sessionId = randomUUID();
    await tx.account.update({ where: { id: account.id }, data: { lastSignInAt: now }, select: { id: true } });
    await tx.session.create({
      data: { id: sessionId, accountId: account.id, createdAt: now, lastSeenAt: now, expiresAt, ...origin },
      select: { id: true },
    });
    const actor = { accountId: account.id, name: account.name, address: origin.address };
    await record(tx, { actor, action: "session.opened", subject: account.name });
    const { role, mustChangePassword } = account;
    return { sessionId, expiresAt, role, mustChangePassword };
  });
}

async function refuse(name: string, { address }: Origin, reason: string, message: string): Promise<never> {
  // People type their password into the wrong field: what cannot be a name is not kept.
  const subject = newNameSchema.safeParse(name).success ? name : "?";
  const actor: Actor = { accountId: null, name: "visitor", address };
  await record(db, { actor, action: "session.opened", subject, details: { reason }, succeeded: false });
  throw new DomainError(message);
}
