import "server-only";
import { type AuditEvent, record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { findTakenMonth } from "@/lib/progress/report-check-queries";
import { reportForm } from "@/lib/progress/report-form-rules";
import { clearRows, insertReport, updateReport } from "@/lib/progress/report-sql";
import { requireReportedProject } from "@/lib/progress/reported-project-queries";
import { closedRoundMessage, submissionRefusals } from "@/lib/progress/submission-rules";
import { monthTakenText } from "@/lib/progress/taken-month-rules";
import { type EditorialState, takeStep } from "@/lib/project/editorial-rules";
import { mendableBy } from "@/lib/project/succession-sql";
import { DomainError, refuseAny } from "@/lib/result";

export type Submission = {
  code: string;
  /** Made with the check page: the same one twice makes one report. */
  requestId: string;
  report: ReportInput;
  /** The returned report that is handed in again; null: a new one. */
  returned: { id: number; version: number } | null;
  /** The published report that this one corrects; null: none. */
  corrects?: number | null;
  /** The version of the author's draft that it was made of, which it uses up; without one it leaves their draft alone. */
  draftVersion?: number;
};

export type SubmittedReport = { id: number; code: string };

/** Hands a report in for review, new or after it was returned. Sent twice, it is handed in once. */
export async function submitReport(viewer: Viewer, submission: Submission): Promise<SubmittedReport> {
  return db.$transaction(async (tx) => {
    const { event, ...sent } = await handInReport(tx, viewer, submission);
    if (event) await record(tx, event);
    return sent;
  });
}

/** The same within a transaction of the caller's, who records the event last; null: it was handed in before. */
export async function handInReport(
  tx: Transaction,
  viewer: Viewer,
  submission: Submission,
): Promise<SubmittedReport & { event: AuditEvent | null }> {
  requirePermission(viewer, "report:write");
  const { code, report, returned, corrects = null } = submission;
  const project = await requireReportedProject(tx, viewer, { code, corrects });
  const isOfThisDraft = await lockDraft(tx, viewer, submission);
  const sent = await findByRequest(tx, viewer, submission);
  if (sent) return { ...sent, event: null };
  if (!isOfThisDraft) throw draftChanged();
  if (corrects !== null && project.rules.corrected === null) throw notCorrectable();
  const isMending = returned !== null || corrects !== null;
  refuseAny(submissionRefusals(report, project.rules, project.today, { isMending }));
  const written = returned
    ? await resubmit(tx, viewer, { ...submission, ...returned })
    : await submitNew(tx, viewer, { ...submission, projectId: project.id });
  const event: AuditEvent = {
    actor: viewer,
    action: returned ? "report.resubmitted" : "report.submitted",
    subject: code,
    details: {
      report: written.id,
      period: report.period.slice(0, 7),
      ...(corrects !== null && { corrects }),
      ...(written.author && { author: written.author }),
    },
  };
  return { id: written.id, code, event: written.isRepeated ? null : event };
}

type Written = {
  id: number;
  isRepeated: boolean;
  /** The accounts of the author before and now, when it was taken over. */
  author?: [string, string];
};

async function submitNew(
  tx: Transaction,
  viewer: Viewer,
  submission: Submission & { projectId: number },
): Promise<Written> {
  const authorId = viewer.accountId;
  const [written] = await tx.$queryRaw<{ id: number }[]>(insertReport({ ...submission, authorId }));
  if (written) return { id: written.id, isRepeated: false };
  const sent = await findByRequest(tx, viewer, submission);
  if (sent) return { id: sent.id, isRepeated: true };
  throw await monthTaken(tx, viewer, submission);
}

async function resubmit(
  tx: Transaction,
  viewer: Viewer,
  submission: Submission & { id: number; version: number },
): Promise<Written> {
  const authorId = viewer.accountId;
  const current = await loadReturned(tx, viewer, submission);
  if (current.requestId === submission.requestId) return { id: submission.id, isRepeated: true };
  requireResubmittable(current, viewer);
  await tx.$executeRaw(clearRows(submission.id, submission.version));
  const [written] = await tx.$queryRaw<{ id: number }[]>(updateReport({ ...submission, authorId }));
  if (!written) throw changedMeanwhile();
  const isTakenOver = current.authorId !== authorId;
  return { id: written.id, isRepeated: false, ...(isTakenOver && { author: [current.author, viewer.name] }) };
}

type Returned = {
  state: EditorialState;
  authorId: number;
  author: string;
  requestId: string;
  isSame: boolean;
  /** The viewer wrote it, or took it over. */
  isMendable: boolean;
};

async function loadReturned(
  tx: Transaction,
  viewer: Viewer,
  { id, code, report, corrects = null }: Submission & { id: number },
) {
  const [row] = await tx.$queryRaw<Returned[]>`
    select r.state, r.author_id as "authorId", a.name as author, r.request_id as "requestId", ${mendableBy(viewer, "r")} as "isMendable",
      p.code = ${code} and r.period = ${report.period}::date and r.corrects_id is not distinct from ${corrects}::int
        as "isSame"
    from progress_reports r join projects p on p.id = r.project_id join accounts a on a.id = r.author_id
    where r.id = ${id} for update of r`;
  if (!row) throw changedMeanwhile();
  return row;
}

/** What was returned is handed in again by its author, or by who took it over, for the same project and month. */
function requireResubmittable({ state, authorId, isSame, isMendable }: Returned, viewer: Viewer): void {
  const actorId = String(viewer.accountId);
  const ids = { authorId: isMendable ? actorId : String(authorId), actorId };
  const step = takeStep({ state, step: "submit", ...ids, reason: null });
  if ("refusal" in step) throw new DomainError(step.refusal.message);
  if (!isSame) throw new DomainError("被退回的填报不能改月份。请改回原来的月份。", "period");
}

async function findByRequest(
  tx: Transaction,
  viewer: Viewer,
  { requestId, code }: Pick<Submission, "requestId" | "code">,
): Promise<SubmittedReport | null> {
  const [row] = await tx.$queryRaw<SubmittedReport[]>`
    select r.id, p.code from progress_reports r join projects p on p.id = r.project_id
    where r.request_id = ${requestId}::uuid and r.author_id = ${viewer.accountId} and p.code = ${code}`;
  return row ?? null;
}

async function monthTaken(
  tx: Transaction,
  viewer: Viewer,
  { projectId, report: { period }, corrects = null }: Submission & { projectId: number },
): Promise<DomainError> {
  const isCorrection = corrects !== null;
  const taken = await findTakenMonth(tx, viewer, { projectId, period, corrects });
  if (!taken) return (await roundClosed(tx, period)) ?? changedMeanwhile();
  return new DomainError(monthTakenText(taken, { isCorrection }), isCorrection ? undefined : "period");
}

/** The draft stays as it is until the report is in; what was typed into it since the check is not thrown away. */
async function lockDraft(
  tx: Transaction,
  { accountId }: Viewer,
  { code, corrects, draftVersion }: Submission,
): Promise<boolean> {
  if (draftVersion === undefined) return true;
  const [draft] = await tx.$queryRaw<{ version: number }[]>`
    select version from drafts
    where account_id = ${accountId} and form = ${reportForm(code, corrects ?? null)} for update`;
  return draft?.version === draftVersion;
}

function draftChanged(): DomainError {
  return new DomainError("草稿在检查以后又改过了。请回到填报页，再检查一遍；填的内容都在草稿里。");
}

/** The round was closed between reading it and writing; null: it is open. */
async function roundClosed(tx: Transaction, period: string): Promise<DomainError | null> {
  const [round] = await tx.$queryRaw<{ reason: string }[]>`
    select close_reason as reason from rounds where period = ${period}::date and closed_at is not null`;
  return round ? new DomainError(closedRoundMessage(period, round.reason), "period") : null;
}

function notCorrectable(): DomainError {
  return new DomainError("要更正的填报已经更正或撤回，不用再更正。请到项目页看现在的内容。");
}

function changedMeanwhile(): DomainError {
  return new DomainError("这份填报刚刚被改过。请刷新页面，看过现状再办；填的内容还在草稿里。");
}
