import "server-only";
import { record } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/result";
import type { ChangeOwnPasswordInput } from "./account-schema";
import { hashPassword, isPassword } from "./password";
import { passwordRefusal } from "./password-rules";
import { endSessions } from "./session-commands";
import { chargeAttempt, lockMinutes, settleAttempt } from "./sign-in-attempt-commands";

/** Changes the viewer's own password and ends the account's other sessions. A wrong current password counts as a
 *  failed sign-in, so that a borrowed browser is no way to guess it. */
export async function changeOwnPassword(viewer: Viewer, input: ChangeOwnPasswordInput): Promise<void> {
  requirePermission(viewer, "own-account:manage");
  const { currentPassword, newPassword } = input;
  const weakness = passwordRefusal(newPassword, viewer.name);
  if (weakness) throw new DomainError(weakness, "newPassword");
  if (newPassword === currentPassword)
    throw new DomainError("新密码和当前密码一样，请换一个。", "newPassword");

  const attempt = await chargeAttempt(viewer.name, viewer.address);
  const account = attempt.outcome === "charged" ? attempt.account : null;
  if (attempt.outcome !== "charged" || !account) return refuse(viewer, "locked");
  if (!(await isPassword(currentPassword, account.passwordHash))) return refuse(viewer, "wrong-password");

  const passwordHash = await hashPassword(newPassword);
  await db.$transaction(async (tx) => {
    if (!(await settleAttempt(tx, account, attempt.failureId))) {
      throw new DomainError("密码刚刚被改过，请重新登录后再试。");
    }
    await tx.account.update({
      where: { id: account.id },
      data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
      select: { id: true },
    });
    await endSessions(tx, { accountId: account.id, NOT: { id: viewer.sessionId } });
    await record(tx, { actor: viewer, action: "account.password-changed", subject: viewer.name });
  });
}

const refusals = {
  locked: `当前密码输错的次数太多，请 ${lockMinutes} 分钟后再试。`,
  "wrong-password": "当前密码不正确，请重新输入。",
} as const;

async function refuse(viewer: Viewer, reason: keyof typeof refusals): Promise<never> {
  const event = { action: "account.password-changed", subject: viewer.name, details: { reason } } as const;
  await record(db, { actor: viewer, ...event, succeeded: false });
  throw new DomainError(refusals[reason], "currentPassword");
}
