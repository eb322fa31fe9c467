import "server-only";
import { type AuditEvent, record, type Transaction } from "@/lib/audit/audit-record";
import type { AuditAction } from "@/lib/audit/audit-sentence";
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
  /** What to call it in a sentence: 这份核实. */
  named: string;
  state: EditorialState;
  version: number;
  authorId: number;
  /** Who handed it in before the author took it over; they do not decide either. */
  formerAuthorIds?: readonly number[];
  /** Who decided on it already; null: nobody. */
  reviewer: string | null;
};

type Outcome = {
  details: Prisma.InputJsonObject;
  /** What the decision brought along, for the audit to name before it. */
  before?: readonly AuditEvent[];
};

type Decision<Item extends Decided> = {
  permission: Permission;
  step: Extract<EditorialStep, "publish" | "return" | "withdraw">;
  /** As the reviewer saw it. */
  version: number;
  reason: string | null;
  auditAction: AuditAction;
  load: (tx: Transaction) => Promise<Item>;
  /** Carries the decision out and says what the audit keeps of it. */
  write: (tx: Transaction, item: Item) => Promise<Outcome>;
};

/** A reviewer's decision: who may, whether it is still what was read, and the audit at the end. */
export async function decide<Item extends Decided>(viewer: Viewer, decision: Decision<Item>): Promise<Item> {
  const { permission, step, reason, version, auditAction, load, write } = decision;
  requirePermission(viewer, permission);
  return db.$transaction(async (tx) => {
    const item = await load(tx);
    const actorId = String(viewer.accountId);
    const ids = { authorId: wrote(viewer, item) ? actorId : String(item.authorId), actorId };
    const taken = takeStep({ state: item.state, step, ...ids, reason });
    if ("refusal" in taken) throw refused(taken.refusal, item, viewer);
    if (item.version !== version) {
      throw new DomainError(`填报人刚刚改过${item.named}。请刷新页面，看过新内容再决定。`);
    }
    const { details, before = [] } = await write(tx, item);
    for (const event of before) await record(tx, event);
    await record(tx, { actor: viewer, action: auditAction, subject: item.about, details });
    return item;
  });
}

/** Runs a statement that is guarded by the version of what is locked. */
export async function writeOnce(tx: Transaction, statement: Prisma.Sql): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>(statement);
  if (rows.length !== 1) throw new Error("a locked row changed its version");
}

function wrote({ accountId }: Viewer, { authorId, formerAuthorIds = [] }: Decided): boolean {
  return authorId === accountId || formerAuthorIds.includes(accountId);
}

function refused(
  refusal: { field: "step" | "reason"; message: string },
  item: Decided,
  viewer: Viewer,
): DomainError {
  if (refusal.field === "reason") return new DomainError(refusal.message, "reason");
  const { reviewer, named } = item;
  const message = `${reviewer ? `${named}已由${reviewer}处理。` : ""}${refusal.message}`;
  return wrote(viewer, item) ? new SeparationRefused(message) : new DomainError(message);
}
