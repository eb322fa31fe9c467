import "server-only";
import { record } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/result";
import type { ChangeOwnPasswordInput } from "./account-schema";
import { chargeOwnAttempt, refuseOwnAttempt } from "./own-attempt-commands";
import { hashPassword, isPassword } from "./password";
import { passwordRefusal } from "./password-rules";
import { endSessions } from "./session-commands";
import { settlePassword } from "./sign-in-attempt-commands";

const act = { action: "account.password-changed", field: "currentPassword" } as const;

/** Changes the viewer's own password and ends the account's other sessions. */
export async function changeOwnPassword(viewer: Viewer, input: ChangeOwnPasswordInput): Promise<void> {
  requirePermission(viewer, "own-account:manage");
  const { currentPassword, newPassword } = input;
  const weakness = passwordRefusal(newPassword, viewer.name);
  if (weakness) throw new DomainError(weakness, "newPassword");
  if (newPassword === currentPassword)
    throw new DomainError("新密码和当前密码一样，请换一个。", "newPassword");

  const { account, failureId } = await chargeOwnAttempt(viewer, act);
  const isRight = await isPassword(currentPassword, account.passwordHash);
  if (!isRight) return refuseOwnAttempt(viewer, act, "wrong-password");

  const passwordHash = await hashPassword(newPassword);
  await db.$transaction(async (tx) => {
    if (!(await settlePassword(tx, account, failureId))) {
      throw new DomainError("密码刚刚被改过，请重新登录后再试。");
    }
    await tx.account.update({
      where: { id: account.id },
      data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
      select: { id: true },
    });
    await endSessions(tx, { accountId: account.id, NOT: { id: viewer.sessionId } });
    await record(tx, { actor: viewer, action: act.action, subject: viewer.name });
  });
}
