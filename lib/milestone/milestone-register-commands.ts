import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { DateRange } from "@/lib/format/date-range";
import { isMoved } from "@/lib/milestone/milestone-register-rules";
import type { MilestoneContent } from "@/lib/milestone/milestone-register-schema";
import { citeChange, type RegisterOrigin } from "@/lib/source/citation-commands";

type Rows = { before: readonly MilestoneContent[]; after: readonly MilestoneContent[] };

/**
 * Writes the milestones of a project that is locked. A first deadline stays for ever: a move appends a revision. Only
 * taking a change back leaves out rows, which are then withdrawn.
 */
export async function writeMilestones(
  tx: Transaction,
  projectId: number,
  { before, after }: Rows,
  origin: RegisterOrigin,
): Promise<void> {
  for (const row of before) {
    const next = after.find(({ ordinal }) => ordinal === row.ordinal);
    const id = await idOf(tx, projectId, row);
    if (next === undefined) await withdrawMilestone(tx, id);
    else await amendMilestone(tx, id, { before: row, after: next }, origin);
  }
  for (const row of after) {
    if (row.ordinal === null) await addMilestone(tx, projectId, row, origin);
  }
}

async function addMilestone(
  tx: Transaction,
  projectId: number,
  { title, note, planned }: MilestoneContent,
  origin: RegisterOrigin,
): Promise<void> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    insert into milestones (project_id, ordinal, title, note, planned_from, planned_to, planned_precision, deadline_basis)
    select ${projectId}, coalesce(max(m.ordinal), 0) + 1, ${title}, ${note}, ${rangeOf(planned).from}::date,
      ${rangeOf(planned).to}::date, ${rangeOf(planned).precision}::date_precision,
      case when ${planned !== null} then 'stated'::basis end
    from all_milestones m where m.project_id = ${projectId}
    returning id`;
  const fields = ["title", ...(planned ? ["planned"] : [])];
  await citeChange(tx, { subject: "milestone", id: row?.id ?? 0, fields, origin });
}

async function amendMilestone(
  tx: Transaction,
  id: number,
  { before, after }: { before: MilestoneContent; after: MilestoneContent },
  origin: RegisterOrigin,
): Promise<void> {
  const fields = (["title", "note"] as const).filter((field) => before[field] !== after[field]);
  if (fields.length > 0) {
    await tx.milestone.update({
      where: { id },
      data: { title: after.title, note: after.note, version: { increment: 1 } },
    });
  }
  if (isMoved(before, after)) await moveDeadline(tx, id, { before, after }, origin);
  // The first deadline keeps its source beside the moved one.
  const moved = isMoved(before, after) ? ["revised"] : [];
  await citeChange(tx, { subject: "milestone", id, fields: [...fields, ...moved], origin });
}

async function moveDeadline(
  tx: Transaction,
  id: number,
  { before, after }: { before: MilestoneContent; after: MilestoneContent },
  origin: RegisterOrigin,
): Promise<void> {
  const [old, moved] = [rangeOf(before.planned), rangeOf(after.planned)];
  const reason = after.reason ?? origin.reason ?? "";
  await tx.$executeRaw`
    insert into milestone_revisions (milestone_id, old_from, old_to, old_precision, new_from, new_to, new_precision,
      reason, account_id, recorded_at, register_change_id)
    values (${id}, ${old.from}::date, ${old.to}::date, ${old.precision}::date_precision, ${moved.from}::date,
      ${moved.to}::date, ${moved.precision}::date_precision, ${reason}, ${origin.accountId}, app_now(), ${origin.changeId})`;
  if (origin.isUndo && (await isFirstDeadlineAgain(tx, id, origin.changeId))) {
    await tx.$executeRaw`
      update milestones m set revised_from = null, revised_to = null, revised_precision = null, version = version + 1,
        deadline_basis = case
          when m.planned_to is null then null
          when exists (select from citations x where x.milestone_id = m.id and x.field in ('planned', 'deadline')
            and x.basis = 'inferred') then 'inferred'
          else 'stated' end::basis
      where m.id = ${id}`;
    return;
  }
  await tx.$executeRaw`
    update milestones set revised_from = ${moved.from}::date, revised_to = ${moved.to}::date,
      revised_precision = ${moved.precision}::date_precision, deadline_basis = 'stated', version = version + 1
    where id = ${id}`;
}

/** Whether nothing but the change that is taken back has moved it. */
async function isFirstDeadlineAgain(tx: Transaction, id: number, changeId: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isFirst: boolean }[]>`
    select not exists (
      select from milestone_revisions v left join register_changes g on g.id = v.register_change_id
      where v.milestone_id = ${id} and v.register_change_id is distinct from ${changeId}
        and (g.id is null or g.state = 'published')) as "isFirst"`;
  return row?.isFirst ?? false;
}

async function withdrawMilestone(tx: Transaction, id: number): Promise<void> {
  await tx.$executeRaw`update milestones set withdrawn_at = app_now(), version = version + 1 where id = ${id}`;
}

async function idOf(tx: Transaction, projectId: number, { ordinal }: MilestoneContent): Promise<number> {
  const { id } = await tx.milestone.findFirstOrThrow({
    where: { projectId, ordinal: ordinal ?? 0 },
    select: { id: true },
  });
  return id;
}

const rangeOf = (range: DateRange | null) => range ?? { from: null, to: null, precision: null };
