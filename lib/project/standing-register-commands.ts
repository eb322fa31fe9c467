import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { DateRange } from "@/lib/format/date-range";
import { requireNothingRestsOn } from "@/lib/project/later-stage-queries";
import type { Stage } from "@/lib/project/project-rules";
import { recordKey } from "@/lib/project/standing-correction-rules";
import { findRecordedStanding, type RecordedStanding } from "@/lib/project/standing-register-queries";
import type { ConditionRecord, StandingContent } from "@/lib/project/standing-schema";
import { citeChange, type RegisterOrigin } from "@/lib/source/citation-commands";
import { Prisma } from "@/prisma/generated/client";

/** What is recorded of a project, locked; null: there is no such project. */
export async function currentStanding(
  tx: Transaction,
  where: { id: number } | { key: string },
): Promise<RecordedStanding | null> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  await tx.$executeRaw`select from projects where id = ${id}::int or code = ${key} for no key update`;
  return findRecordedStanding(tx, where);
}

type Amendment = { id: number; before: StandingContent; content: StandingContent };

/** Retracts what was wrong and records what is right; taking the correction back records the old events again. */
export async function amendStanding(
  tx: Transaction,
  { id, before, content }: Amendment,
  origin: RegisterOrigin,
): Promise<void> {
  if (origin.isUndo) {
    await restoreRetracted(tx, origin);
    return requireNothingRestsOn(tx, { registerChangeId: origin.changeId });
  }
  for (const { stage, on, evidence, reason } of stagesOf(content)) {
    const old = stagesOf(before).find((known) => known.stage === stage);
    if (JSON.stringify(old) === JSON.stringify({ stage, on, evidence, reason })) continue;
    await retractStage(tx, id, stage, origin);
    if (on) await recordStage(tx, { projectId: id, stage, on, evidence, reason }, origin);
  }
  const kept = content.conditions.map(recordKey);
  for (const record of before.conditions.filter((known) => !kept.includes(recordKey(known)))) {
    await retractCondition(tx, id, record, origin);
  }
}

type StageRecord = { stage: Stage; on: DateRange | null; evidence: string | null; reason: string | null };

function stagesOf(content: StandingContent): StageRecord[] {
  const { signedOn, startedOn, operatingOn, startedEvidence, operatingEvidence, directReason } = content;
  return [
    { stage: "signed", on: signedOn, evidence: null, reason: null },
    { stage: "under_construction", on: startedOn, evidence: startedEvidence, reason: null },
    { stage: "operating", on: operatingOn, evidence: operatingEvidence, reason: directReason },
  ];
}

async function retractStage(
  tx: Transaction,
  projectId: number,
  stage: Stage,
  { changeId, accountId, reason }: RegisterOrigin,
): Promise<void> {
  await tx.$executeRaw`
    insert into event_retractions (stage_event_id, reason, recorded_at, account_id, register_change_id)
    select e.id, ${reason}, app_now(), ${accountId}::int, ${changeId}::int
    from stage_events e
    where e.project_id = ${projectId} and e.stage = ${stage}::stage
      and not exists (select from event_retractions x where x.stage_event_id = e.id)`;
}

async function recordStage(
  tx: Transaction,
  { projectId, stage, on, evidence, reason }: StageRecord & { projectId: number; on: DateRange },
  origin: RegisterOrigin,
): Promise<void> {
  const [event] = await tx.$queryRaw<{ id: number }[]>`
    insert into stage_events (project_id, stage, effective_from, effective_to, effective_precision, recorded_at, evidence,
      reason, register_change_id)
    values (${projectId}, ${stage}::stage, ${on.from}::date, ${on.to}::date, ${on.precision}::date_precision, app_now(),
      ${evidence}, ${reason}, ${origin.changeId})
    returning id`;
  if (event) await citeChange(tx, { subject: "stageEvent", id: event.id, fields: ["stage"], origin });
}

async function retractCondition(
  tx: Transaction,
  projectId: number,
  { condition, on, reason, reviewOn }: ConditionRecord,
  origin: RegisterOrigin,
): Promise<void> {
  await tx.$executeRaw`
    insert into event_retractions (condition_event_id, reason, recorded_at, account_id, register_change_id)
    select e.id, ${origin.reason}, app_now(), ${origin.accountId}::int, ${origin.changeId}::int
    from condition_events e
    where e.project_id = ${projectId} and e.condition = ${condition}::condition and e.effective_to = ${on.to}::date
      and e.effective_from is not distinct from ${on.from}::date
      and e.reason is not distinct from ${reason}::text and e.review_on is not distinct from ${reviewOn}::date
      and not exists (select from event_retractions x where x.condition_event_id = e.id)`;
}

/** SQL condition on events `e`: what brought them was not withdrawn or corrected since. */
const originStands = Prisma.sql`(
  not exists (select from progress_reports r where r.id = e.report_id and r.state <> 'published')
  and not exists (select from status_checks k where k.id = e.status_check_id and k.state <> 'published'))`;

/** A retraction is for ever, so the events come back as new ones, with what they rested on. */
async function restoreRetracted(tx: Transaction, { changeId }: RegisterOrigin): Promise<void> {
  await tx.$executeRaw`
    with old as (
      select e.*, nextval(pg_get_serial_sequence('stage_events', 'id')) as new_id
      from event_retractions x join stage_events e on e.id = x.stage_event_id
      where x.register_change_id = ${changeId} and ${originStands}
    ), restored as (
      insert into stage_events (id, project_id, stage, effective_from, effective_to, effective_precision, recorded_at,
        evidence, reason, report_id, status_check_id, register_change_id)
      select new_id, project_id, stage, effective_from, effective_to, effective_precision, app_now(), evidence, reason,
        report_id, status_check_id, register_change_id from old
      returning id
    )
    insert into citations (stage_event_id, field, basis, reason, source_document_id, paragraph, report_id,
      status_check_id, register_change_id)
    select old.new_id, c.field, c.basis, c.reason, c.source_document_id, c.paragraph, c.report_id, c.status_check_id,
      c.register_change_id
    from old join restored on restored.id = old.new_id join citations c on c.stage_event_id = old.id`;
  await tx.$executeRaw`
    insert into condition_events (project_id, condition, effective_from, effective_to, effective_precision, recorded_at,
      reason, review_on, report_id, status_check_id, register_change_id)
    select e.project_id, e.condition, e.effective_from, e.effective_to, e.effective_precision, app_now(), e.reason,
      e.review_on, e.report_id, e.status_check_id, e.register_change_id
    from event_retractions x join condition_events e on e.id = x.condition_event_id
    where x.register_change_id = ${changeId} and ${originStands}`;
}
