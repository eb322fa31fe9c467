import "server-only";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { carriedOver, formOfReport, handedIn } from "@/lib/progress/report-attachment-sql";
import { Prisma } from "@/prisma/generated/client";

const columns =
  Prisma.raw(`period, is_unchanged, summary, next_steps, percent, arrived_funds, completed_investment,
  new_stage, stage_from, stage_to, stage_precision, stage_evidence, stage_reason,
  new_condition, condition_reason, condition_review_on, note, correction_reason`);

const types =
  Prisma.raw(`period date, is_unchanged boolean, summary text, next_steps text, percent smallint, arrived_funds bigint,
  completed_investment bigint, new_stage stage, stage_from date, stage_to date, stage_precision date_precision,
  stage_evidence text, stage_reason text, new_condition condition, condition_reason text, condition_review_on date,
  note text, correction_reason text`);

type Written = { authorId: number; requestId: string; report: ReportInput; draftVersion?: number };
type NewReport = Written & { projectId: number; corrects?: number | null };

/**
 * Writes a new report with its rows and drops its draft: its id, none when the request or the month is taken, or the
 * month's round is closed and it is no correction. The lock makes a closing wait.
 */
export function insertReport({
  projectId,
  authorId,
  requestId,
  report,
  draftVersion,
  corrects = null,
}: NewReport): Prisma.Sql {
  return Prisma.sql`
    with round as (
      select closed_at from rounds where period = ${report.period}::date for share
    ), report as (
      insert into progress_reports (project_id, author_id, request_id, submitted_at, corrects_id, ${columns})
      select ${projectId}, ${authorId}, ${requestId}::uuid, app_now(), ${corrects}::int, ${columns}
      from jsonb_to_record(${contentJson(report)}::jsonb) as input(${types})
      where ${corrects}::int is not null or not exists (select from round where closed_at is not null)
      on conflict do nothing
      returning id, project_id, author_id, corrects_id
    ), ${rowsOf(report)}, ${droppedDraft(draftVersion)}, ${handedIn}, ${carriedOver}
    select id from report`;
}

type Resubmission = Written & { id: number; version: number };

/**
 * Writes a returned report anew, its rows having been cleared: its id, none when the version is another by now. Who
 * hands it in is its author from now on.
 */
export function updateReport(resubmission: Resubmission): Prisma.Sql {
  const { id, version, authorId, requestId, report, draftVersion } = resubmission;
  return Prisma.sql`
    with report as (
      update progress_reports
      set (${columns}) = (select ${columns} from jsonb_to_record(${contentJson(report)}::jsonb) as input(${types})),
        author_id = ${authorId},
        former_author_ids = case when author_id = ${authorId} then former_author_ids else former_author_ids || author_id end,
        request_id = ${requestId}::uuid, submitted_at = app_now(), state = 'submitted', version = version + 1,
        reviewer_id = null, reviewed_at = null, return_reason = null, return_field = null
      where id = ${id} and version = ${version} and state = 'returned'
      returning id, project_id, author_id, corrects_id
    ), ${rowsOf(report)}, ${droppedDraft(draftVersion)}, ${handedIn}
    select id from report`;
}

/** Takes away the rows of a returned report, before it is written anew. */
export function clearRows(id: number, version: number): Prisma.Sql {
  return Prisma.sql`
    with report as (
      select id from progress_reports where id = ${id} and version = ${version} and state = 'returned' for update
    ), readings as (
      delete from commitment_readings where report_id in (select id from report)
    ), completions as (
      delete from milestone_completions where report_id in (select id from report)
    )
    delete from problems where report_id in (select id from report)`;
}

const droppedDraft = (version: number | undefined) => Prisma.sql`draft as (
  delete from drafts d using report
  where d.account_id = report.author_id and d.form = ${formOfReport} and d.version = ${version ?? null}::int)`;

function rowsOf({ reading, milestone, problem }: ReportInput): Prisma.Sql {
  return Prisma.sql`readings as (
      insert into commitment_readings (commitment_id, report_id, value)
      select c.id, report.id, x.value
      from report
      join commitments c on c.project_id = report.project_id
      join jsonb_to_recordset(${json(readingRows(reading))}::jsonb) as x(ordinal int, value numeric)
        on x.ordinal = c.ordinal
    ), completions as (
      insert into milestone_completions (milestone_id, report_id, actual_from, actual_to, actual_precision)
      select m.id, report.id, x."from", x."to", x."precision"
      from report
      join milestones m on m.project_id = report.project_id
      join jsonb_to_recordset(${json(completionRows(milestone))}::jsonb)
        as x(ordinal int, "from" date, "to" date, "precision" date_precision) on x.ordinal = m.ordinal
    ), problems as (
      insert into problems (report_id, key, category, department, text, raised_on, resolved_on)
      select report.id, coalesce(x.key, gen_random_uuid()), x.category, x.department, x.text, x."raisedOn", x."resolvedOn"
      from report, jsonb_to_recordset(${json(Object.values(problem))}::jsonb) as x(
        key uuid, category problem_category, department text, text text, "raisedOn" date, "resolvedOn" date)
    )`;
}

function readingRows(reading: ReportInput["reading"]) {
  return Object.entries(reading)
    .filter(([, value]) => value !== null)
    .map(([ordinal, value]) => ({ ordinal: Number(ordinal), value }));
}

function completionRows(milestone: ReportInput["milestone"]) {
  return Object.entries(milestone)
    .filter(([, actual]) => actual !== null)
    .map(([ordinal, actual]) => ({ ordinal: Number(ordinal), ...actual }));
}

function contentJson(report: ReportInput): string {
  return json({
    period: report.period,
    is_unchanged: report.isUnchanged,
    summary: report.summary,
    next_steps: report.nextSteps,
    percent: report.percent,
    arrived_funds: report.arrivedFunds?.toString() ?? null,
    completed_investment: report.completedInvestment?.toString() ?? null,
    new_stage: report.newStage,
    stage_from: report.stageOn?.from ?? null,
    stage_to: report.stageOn?.to ?? null,
    stage_precision: report.stageOn?.precision ?? null,
    stage_evidence: report.stageEvidence,
    stage_reason: report.stageReason,
    new_condition: report.newCondition,
    condition_reason: report.conditionReason,
    condition_review_on: report.conditionReviewOn,
    note: report.note,
    correction_reason: report.correctionReason,
  });
}

const json = (value: unknown) => JSON.stringify(value);
