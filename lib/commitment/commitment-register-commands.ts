import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import { isMoved } from "@/lib/commitment/commitment-register-rules";
import type { CommitmentContent } from "@/lib/commitment/commitment-register-schema";
import type { DateRange } from "@/lib/format/date-range";
import { citeChange, type RegisterOrigin } from "@/lib/source/citation-commands";

type Rows = { before: readonly CommitmentContent[]; after: readonly CommitmentContent[] };

/**
 * Writes the commitments of a project that is locked. What was promised first stays for ever: a move appends a
 * revision. Only taking a change back leaves out rows, which are then withdrawn.
 */
export async function writeCommitments(
  tx: Transaction,
  projectId: number,
  { before, after }: Rows,
  origin: RegisterOrigin,
): Promise<void> {
  for (const row of before) {
    const next = after.find(({ ordinal }) => ordinal === row.ordinal);
    const { id } = await tx.commitment.findFirstOrThrow({
      where: { projectId, ordinal: row.ordinal ?? 0 },
      select: { id: true },
    });
    if (next === undefined) await withdrawCommitment(tx, id);
    else await amendCommitment(tx, id, { before: row, after: next }, origin);
  }
  for (const row of after) {
    if (row.ordinal === null) await addCommitment(tx, projectId, row, origin);
  }
}

async function addCommitment(
  tx: Transaction,
  projectId: number,
  row: CommitmentContent,
  origin: RegisterOrigin,
): Promise<void> {
  const due = rangeOf(row.due);
  const [added] = await tx.$queryRaw<{ id: number }[]>`
    insert into commitments (project_id, ordinal, indicator, target_value, unit, note, is_measurable, due_from, due_to,
      due_precision)
    select ${projectId}, coalesce(max(c.ordinal), 0) + 1, ${row.indicator}, ${row.target}::numeric, ${row.unit},
      ${row.note}, ${row.isMeasurable}, ${due.from}::date, ${due.to}::date, ${due.precision}::date_precision
    from all_commitments c where c.project_id = ${projectId}
    returning id`;
  const fields = [
    "indicator",
    ...(row.target === null ? [] : ["target"]),
    ...(row.due === null ? [] : ["due"]),
  ];
  await citeChange(tx, { subject: "commitment", id: added?.id ?? 0, fields, origin });
}

async function amendCommitment(
  tx: Transaction,
  id: number,
  { before, after }: { before: CommitmentContent; after: CommitmentContent },
  origin: RegisterOrigin,
): Promise<void> {
  const fields = (["indicator", "unit", "note", "isMeasurable"] as const).filter(
    (field) => before[field] !== after[field],
  );
  if (fields.length > 0) {
    const { indicator, unit, note, isMeasurable } = after;
    await tx.commitment.update({
      where: { id },
      data: { indicator, unit, note, isMeasurable, version: { increment: 1 } },
    });
  }
  // What was promised first keeps its source beside the moved promise.
  const moved = isMoved(before, after) ? ["revised"] : [];
  if (moved.length > 0) await movePromise(tx, id, { before, after }, origin);
  await citeChange(tx, { subject: "commitment", id, fields: [...fields, ...moved], origin });
}

async function movePromise(
  tx: Transaction,
  id: number,
  { before, after }: { before: CommitmentContent; after: CommitmentContent },
  { reason, accountId, changeId }: RegisterOrigin,
): Promise<void> {
  const [old, moved] = [rangeOf(before.due), rangeOf(after.due)];
  await tx.$executeRaw`
    insert into commitment_revisions (commitment_id, old_target_value, new_target_value, old_due_from, old_due_to,
      old_due_precision, new_due_from, new_due_to, new_due_precision, reason, account_id, recorded_at, register_change_id)
    values (${id}, ${before.target}::numeric, ${after.target}::numeric, ${old.from}::date, ${old.to}::date,
      ${old.precision}::date_precision, ${moved.from}::date, ${moved.to}::date, ${moved.precision}::date_precision,
      ${after.reason ?? reason ?? ""}, ${accountId}, app_now(), ${changeId})`;
  await tx.$executeRaw`update commitments set version = version + 1 where id = ${id}`;
}

async function withdrawCommitment(tx: Transaction, id: number): Promise<void> {
  await tx.$executeRaw`update commitments set withdrawn_at = app_now(), version = version + 1 where id = ${id}`;
}

const rangeOf = (range: DateRange | null) => range ?? { from: null, to: null, precision: null };
