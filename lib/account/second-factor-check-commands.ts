import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { isPassword } from "./password";
import type { TypedCode } from "./second-factor-rules";
import { openSecret } from "./second-factor-secret";
import { fittingStep } from "./time-code";

/** What a code fits, and uses up. */
export type Fit = { kind: "time"; step: number } | { kind: "recovery"; id: number };

/** What of an account's second factor the code fits; null when nothing. Uses nothing up. */
export function findFit(accountId: number, typed: TypedCode): Promise<Fit | null> {
  return typed.kind === "time" ? findStep(accountId, typed.digits) : findRecoveryCode(accountId, typed.code);
}

/** Uses it up; false when somebody else was faster. */
export async function spend(tx: Transaction, accountId: number, fit: Fit): Promise<boolean> {
  const { count } =
    fit.kind === "time"
      ? await tx.secondFactor.updateMany({
          where: { accountId, lastStep: { lt: fit.step } },
          data: { lastStep: fit.step },
        })
      : await tx.recoveryCode.updateMany({
          where: { id: fit.id, accountId, usedAt: null },
          data: { usedAt: new Date() },
        });
  return count === 1;
}

async function findStep(accountId: number, digits: string): Promise<Fit | null> {
  const factor = await db.secondFactor.findFirst({
    where: { accountId, NOT: { confirmedAt: null } },
    select: { secret: true, lastStep: true },
  });
  if (!factor) return null;
  const secret = openSecret(factor.secret, accountId);
  if (!secret) {
    log.error("A second factor cannot be read; was NEXTAUTH_SECRET changed?", { accountId });
    return null;
  }
  const step = fittingStep(secret, digits, { nowMs: Date.now(), after: factor.lastStep });
  return step === null ? null : { kind: "time", step };
}

async function findRecoveryCode(accountId: number, code: string): Promise<Fit | null> {
  const unused = await db.recoveryCode.findMany({
    where: { accountId, usedAt: null },
    orderBy: { id: "asc" },
    select: { id: true, codeHash: true },
  });
  for (const { id, codeHash } of unused) {
    if (await isPassword(code, codeHash)) return { kind: "recovery", id };
  }
  return null;
}
