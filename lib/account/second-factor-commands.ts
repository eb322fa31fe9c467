import "server-only";
import { randomBytes } from "node:crypto";
import { record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DomainError, SeparationRefused } from "@/lib/result";
import type { AccountActor } from "./account-commands";
import type {
  ConfirmSecondFactorInput,
  OfferSecondFactorInput,
  TurnOffSecondFactorInput,
} from "./account-schema";
import { chargeOwnAttempt, refuseOwnAttempt } from "./own-attempt-commands";
import { hashPassword, isPassword } from "./password";
import { recoveryCode, recoveryCodeBytes, recoveryCodes } from "./recovery-code";
import { findFit, spend } from "./second-factor-check-commands";
import { offeredSince } from "./second-factor-rules";
import { openSecret, sealSecret } from "./second-factor-secret";
import { endSessions } from "./session-commands";
import { settleAttempt, settlePassword } from "./sign-in-attempt-commands";
import { fittingStep, newTimeSecret } from "./time-code";

const field = "ownPassword";
const offering = { action: "account.totp-offered", field } as const;
const turningOff = { action: "account.totp-disabled", field } as const;
const changedMeanwhile = "账号刚刚被改过，请重新登录后再试。";

/** Makes a secret for the viewer's authenticator app, which their own page then shows. It asks for nothing until a
 *  code of the app confirms it. */
export async function offerSecondFactor(viewer: Viewer, input: OfferSecondFactorInput): Promise<void> {
  requirePermission(viewer, "own-account:manage");
  const { account, failureId } = await chargeOwnAttempt(viewer, offering);
  const isRight = await isPassword(input.ownPassword, account.passwordHash);
  if (!isRight) return refuseOwnAttempt(viewer, offering, "wrong-password");
  const secret = sealSecret(newTimeSecret(), account.id);
  await db.$transaction(async (tx) => {
    if (!(await settlePassword(tx, account, failureId))) throw new DomainError(changedMeanwhile);
    const count = await tx.$executeRaw`
      insert into second_factors (account_id, secret) values (${account.id}, ${secret})
      on conflict (account_id) do update set secret = excluded.secret, offered_at = excluded.offered_at
        where second_factors.confirmed_at is null`;
    if (count === 0) throw new DomainError("两步验证已经启用。要换手机，请先关闭，再重新启用。");
    await record(tx, { actor: viewer, action: offering.action, subject: viewer.name });
  });
}

/** The app's first code turns the second factor on and ends the account's other sessions. Returns the recovery codes,
 *  to be shown once. */
export async function confirmSecondFactor(
  viewer: Viewer,
  input: ConfirmSecondFactorInput,
): Promise<string[]> {
  requirePermission(viewer, "own-account:manage");
  const { accountId } = viewer;
  const now = new Date();
  const factor = await db.secondFactor.findFirst({
    where: { accountId, confirmedAt: null, offeredAt: { gt: offeredSince(now) } },
    select: { secret: true },
  });
  if (!factor) throw new DomainError("这个二维码已经失效，请从头再来。");
  const lastStep = stepOf(openSecret(factor.secret, accountId), input, now);
  if (lastStep === null) throw new DomainError(wrongFirstCode, "secondFactor");

  const codes = Array.from({ length: recoveryCodes }, () => recoveryCode(randomBytes(recoveryCodeBytes)));
  const hashes = await Promise.all(codes.map(hashPassword));
  await db.$transaction(async (tx) => {
    const { count } = await tx.secondFactor.updateMany({
      where: { accountId, confirmedAt: null, secret: factor.secret },
      data: { confirmedAt: now, lastStep },
    });
    if (count === 0) throw new DomainError("两步验证刚刚被改过，请刷新页面。");
    // Whoever is signing in with the password alone is refused, or has a session that ends below.
    await tx.account.update({
      where: { id: accountId },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    await tx.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ accountId, codeHash })) });
    await endSessions(tx, { accountId, NOT: { id: viewer.sessionId } });
    await record(tx, { actor: viewer, action: "account.totp-enabled", subject: viewer.name });
  });
  return codes;
}

const wrongFirstCode = "验证码不正确。请核对手机的时间是否准确，再输入应用里现在显示的 6 位数字。";

function stepOf(
  secret: Uint8Array | null,
  { secondFactor }: ConfirmSecondFactorInput,
  now: Date,
): number | null {
  if (!secret || secondFactor.kind !== "time") return null;
  return fittingStep(secret, secondFactor.digits, { nowMs: now.getTime(), after: null });
}

/** Turns the viewer's own second factor off, for both the password and a code, and ends the account's other sessions. */
export async function turnOffSecondFactor(viewer: Viewer, input: TurnOffSecondFactorInput): Promise<void> {
  requirePermission(viewer, "own-account:manage");
  const { account, failureId } = await chargeOwnAttempt(viewer, turningOff);
  // Both are looked at in any case, so that the answer's time does not tell which of them was wrong.
  const isRight = await isPassword(input.ownPassword, account.passwordHash);
  const fit = await findFit(account.id, input.secondFactor);
  if (!isRight || !fit) return refuseOwnAttempt(viewer, turningOff, "wrong-password-or-code");
  await db.$transaction(async (tx) => {
    const isSettled = (await spend(tx, account.id, fit)) && (await settleAttempt(tx, account, failureId));
    if (!isSettled) throw new DomainError(changedMeanwhile);
    await removeSecondFactor(tx, account.id);
    await endSessions(tx, { accountId: account.id, NOT: { id: viewer.sessionId } });
    await record(tx, { actor: viewer, action: turningOff.action, subject: viewer.name });
  });
}

/** Takes a lost second factor away from somebody else and ends their sessions: the security administrator's, who
 *  cannot give out passwords, so that one administrator alone never enters an account. */
export async function resetSecondFactor(actor: AccountActor, { name }: { name: string }): Promise<void> {
  if (actor.accountId !== null) requirePermission(actor, "account:reset-totp");
  if (name === actor.name && actor.accountId !== null) {
    throw new SeparationRefused("不能取消自己的两步验证，请另一位安全保密管理员或运维人员处理。", "name");
  }
  await db.$transaction(async (tx) => {
    const account = await tx.account.findUnique({ where: { name }, select: { id: true } });
    if (!account) throw new DomainError(`没有用户名为 ${name} 的账号，请核对。`, "name");
    const wasOn = await removeSecondFactor(tx, account.id);
    if (!wasOn) throw new DomainError(`账号 ${name} 没有启用两步验证。`, "name");
    await endSessions(tx, { accountId: account.id });
    await record(tx, { actor, action: "account.totp-reset", subject: name });
  });
}

/** With its recovery codes; false when it was not on. */
async function removeSecondFactor(tx: Transaction, accountId: number): Promise<boolean> {
  const { count } = await tx.secondFactor.deleteMany({ where: { accountId, NOT: { confirmedAt: null } } });
  return count === 1;
}
