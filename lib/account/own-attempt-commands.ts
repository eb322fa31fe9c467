import "server-only";
import { type AuditEvent, record } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/result";
import { chargeAttempt, lockMinutes, type TriedAccount } from "./sign-in-attempt-commands";

/** What the password is given for, and the field it is typed into. */
export type OwnAct = { action: AuditEvent["action"]; field: string };

type OwnAttempt = { account: TriedAccount; failureId: number | null };

const refusals = {
  locked: `输错的次数太多，请 ${lockMinutes} 分钟后再试。`,
  "wrong-password": "当前密码不正确，请重新输入。",
  "wrong-password-or-code": "当前密码或验证码不正确，请都重新输入。用过的验证码不能再用，请等下一个。",
} as const;

/** Somebody signed in gives their password once more. It counts like a sign-in, so that a borrowed browser is no way
 *  to guess it; `settlePassword` or `settleAttempt` takes it back. */
export async function chargeOwnAttempt(viewer: Viewer, act: OwnAct): Promise<OwnAttempt> {
  const attempt = await chargeAttempt(viewer.name, viewer.address);
  const account = attempt.outcome === "charged" ? attempt.account : null;
  if (attempt.outcome !== "charged" || !account) return refuseOwnAttempt(viewer, act, "locked");
  return { account, failureId: attempt.failureId };
}

export async function refuseOwnAttempt(
  viewer: Viewer,
  { action, field }: OwnAct,
  reason: keyof typeof refusals,
): Promise<never> {
  const event = { action, subject: viewer.name, details: { reason } } as const;
  await record(db, { actor: viewer, ...event, succeeded: false });
  throw new DomainError(refusals[reason], field);
}
