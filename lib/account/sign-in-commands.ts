import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, record, type Transaction } from "@/lib/audit/audit-record";
import type { Role } from "@/lib/auth/policy";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { DomainError } from "@/lib/result";
import { newNameSchema, type SignInInput } from "./account-schema";
import { isPassword } from "./password";
import { findFit, spend } from "./second-factor-check-commands";
import type { SecondStep, TypedCode } from "./second-factor-rules";
import { sessionLimits } from "./session-rules";
import {
  type Attempt,
  chargeAttempt,
  failuresBeforeLock,
  lockMinutes,
  settleAttempt,
  settlePassword,
  type TriedAccount,
} from "./sign-in-attempt-commands";

/** Where a request comes from; null: unknown. */
export type Origin = { address: string | null; userAgent: string | null };

export type OpenedSession = { sessionId: string; expiresAt: Date; role: Role; mustChangePassword: boolean };

/** The session, or what is still asked for. */
export type SignedIn = { session: OpenedSession } | { secondStep: SecondStep };

type Charged = Extract<Attempt, { outcome: "charged" }>;
type KnownAttempt = { account: TriedAccount; failureId: number | null };

const wrong = `用户名或密码不正确，请核对后再试。连续 ${failuresBeforeLock} 次不正确，账号会锁定 ${lockMinutes} 分钟。`;
const wrongCode = `验证码不正确，或已经用过。请等应用里的下一个，或用一个恢复码。连续 ${failuresBeforeLock} 次不正确，账号会锁定 ${lockMinutes} 分钟。`;
const justLocked = `密码或验证码连续 ${failuresBeforeLock} 次不正确，账号已锁定 ${lockMinutes} 分钟。请到时再试，或请系统管理员重置密码。`;
const disabled = "这个账号已停用。要继续使用，请联系系统管理员。";
const tooManyHere = `这个网络地址登录失败的次数太多，请 ${lockMinutes} 分钟后再试。`;
const startAgain = "等得太久，或账号刚刚被改过。请重新输入用户名和密码。";
const stillLocked = (minutes: number) =>
  `密码或验证码连续 ${failuresBeforeLock} 次不正确，账号已锁定，还剩 ${minutes} 分钟。请到时再试，或请系统管理员重置密码。`;

/** Opens a session for the right name and password, or asks for the second factor of an account that has one. Every
 *  other attempt is a DomainError, and an audit event. */
export async function signIn({ name, password }: SignInInput, origin: Origin): Promise<SignedIn> {
  const { account, failureId } = await charge(name, origin);
  const isRight = await isPassword(password, account?.passwordHash ?? null);
  if (!account) return refuse(name, origin, "unknown-name", wrong);
  if (!isRight) return refuse(name, origin, "wrong-password", account.lockedUntil ? justLocked : wrong);
  const attempt = { account, failureId };
  if (account.hasSecondFactor) return askForCode(attempt, origin);
  if (account.disabledAt) return refuse(name, origin, "disabled", disabled);
  const session = await openSession(attempt, origin, null);
  return session ? { session } : refuse(name, origin, "changed-meanwhile", wrong);
}

/** Opens a session for whoever gave the right password and now a code. A wrong one counts like a wrong password. The
 *  step is null when it was not ours, or took too long. */
export async function signInWithCode(
  step: SecondStep | null,
  code: TypedCode,
  origin: Origin,
): Promise<OpenedSession> {
  if (!step) throw new DomainError(startAgain);
  const { name } = step;
  const { account, failureId } = await charge(name, origin);
  const isSame = account !== null && account.id === step.accountId && account.version === step.version;
  if (!isSame || !account.hasSecondFactor) return refuse(name, origin, "changed-meanwhile", startAgain);
  const fit = await findFit(account.id, code);
  const refuseCode = () =>
    account.lockedUntil
      ? refuse(name, origin, "wrong-code", justLocked)
      : refuse(name, origin, "wrong-code", wrongCode, "secondFactor");
  if (!fit) return refuseCode();
  if (account.disabledAt) return refuse(name, origin, "disabled", disabled);
  const session = await openSession({ account, failureId }, origin, {
    spend: (tx) => spend(tx, account.id, fit),
    factor: fit.kind,
  });
  return session ?? refuseCode();
}

/** Counts the attempt, see `chargeAttempt`; refuses where there were too many. */
async function charge(name: string, origin: Origin): Promise<Charged> {
  const attempt = await chargeAttempt(name, origin.address);
  if (attempt.outcome === "address-limit") {
    // No audit event: whoever floods us shall not fill the record.
    log.warn("An address reached its limit of failed sign-ins", { address: origin.address });
    throw new DomainError(tooManyHere);
  }
  if (attempt.outcome === "locked") return refuse(name, origin, "locked", stillLocked(attempt.minutesLeft));
  return attempt;
}

async function askForCode({ account, failureId }: KnownAttempt, { address }: Origin): Promise<SignedIn> {
  const { id: accountId, name, version } = account;
  await db.$transaction(async (tx) => {
    await settlePassword(tx, account, failureId);
    const actor = { accountId, name, address };
    await record(tx, { actor, action: "session.code-asked", subject: name });
  });
  return { secondStep: { accountId, name, version } };
}

/** What a second factor adds: using it up, and its kind for the record. */
type SecondFactorUse = { spend: (tx: Transaction) => Promise<boolean>; factor: string };

function openSession(
  { account, failureId }: KnownAttempt,
  origin: Origin,
  second: SecondFactorUse | null,
): Promise<OpenedSession | null> {
  return db.$transaction(async (tx) => {
    if (second && !(await second.spend(tx))) return null;
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
    const details = second ? { factor: second.factor } : {};
    await record(tx, { actor, action: "session.opened", subject: account.name, details });
    const { role, mustChangePassword } = account;
    return { sessionId, expiresAt, role, mustChangePassword };
  });
}

async function refuse(
  name: string,
  { address }: Origin,
  reason: string,
  message: string,
  field?: string,
): Promise<never> {
  // People type their password into the wrong field: what cannot be a name is not kept.
  const subject = newNameSchema.safeParse(name).success ? name : "?";
  const actor: Actor = { accountId: null, name: "visitor", address };
  await record(db, { actor, action: "session.opened", subject, details: { reason }, succeeded: false });
  throw new DomainError(message, field);
}
