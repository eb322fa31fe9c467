import "server-only";
import { record, type Transaction } from "@/lib/audit/audit-record";
import type { Permission } from "@/lib/auth/policy";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { type EditorialState, type EditorialStep, takeStep } from "@/lib/project/editorial-rules";
import { DomainError, SeparationRefused } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";

/** What is decided on, locked. */
export type Decided = {
  /** Code or name, as the audit names what it is about. */
  about: string;
  state: EditorialState;
  version: number;
  authorId: number;
  /** Who decided on it already; null: nobody. */
  reviewer: string | null;
};

type Decision<Item extends Decided> = {
  permission: Permission;
  step: Extract<EditorialStep, "publish" | "return" | "withdraw">;
  /** As the reviewer saw it. */
  version: number;
  reason: string | null;
  auditAction: `${string}.${string}`;
  load: (tx: Transaction) => Promise<Item>;
  /** Carries the decision out and says what the audit keeps of it. */
  write: (tx: Transaction, item: Item) => Promise<Prisma.InputJsonObject>;
};

/** A reviewer's decision: who may, whether it is still what was read, and the audit at the end. */
export async function decide<Item extends Decided>(viewer: Viewer, decision: Decision<Item>): Promise<Item> {
  const { permission, step, reason, version, auditAction, load, write } = decision;
  requirePermission(viewer, permission);
  return db.$transaction(async (tx) => {
    const item = await load(tx);
    const ids = { authorId: String(item.authorId), actorId: String(viewer.accountId) };
    const taken = takeStep({ state: item.state, step, ...ids, reason });
    if ("refusal" in taken) throw refused(taken.refusal, item, viewer);
    if (item.version !== version) {
      throw new DomainError("填报人刚刚改过这一份。请刷新页面，看过新内容再决定。");
    }
    const details = await write(tx, item);
    await record(tx, { actor: viewer, action: auditAction, subject: item.about, details });
    return item;
  });
}

/** Runs a statement that is guarded by the version of what is locked. */
export async function writeOnce(tx: Transaction, statement: Prisma.Sql): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>(statement);
  if (rows.length !== 1) throw new Error("a locked row changed its version");
}

function refused(
  refusal: { field: "step" | "reason"; message: string },
  { reviewer, authorId }: Decided,
  viewer: Viewer,
): DomainError {
  if (refusal.field === "reason") return new DomainError(refusal.message, "reason");
  const message = `${reviewer ? `这一份已由${reviewer}处理。` : ""}${refusal.message}`;
  return authorId === viewer.accountId ? new SeparationRefused(message) : new DomainError(message);
}
