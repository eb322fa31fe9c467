import "server-only";
import { record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { publishReportSql } from "@/lib/progress/publication-sql";
import { loadedProject, reportedProjectColumns } from "@/lib/progress/reported-project-queries";
import { conditionRefusals, stageRefusals } from "@/lib/progress/submission-rules";
import {
  type EditorialState,
  type EditorialStep,
  editorialSteps,
  takeStep,
} from "@/lib/project/editorial-rules";
import { requireNothingRestsOn } from "@/lib/project/later-stage-queries";
import { returnSql, withdrawSql } from "@/lib/project/review-sql";
import { writtenBy } from "@/lib/project/succession-sql";
import { DomainError, refuseAsWhole, SeparationRefused } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";

/** A report as the reviewer saw it. */
export type ReviewedReport = { id: number; version: number };
export type ReviewedProject = { code: string };

/** Makes a report public, with the change of stage and condition that it brings. */
export async function publishReport(
  viewer: Viewer,
  { id, version, isMoneyPublic }: ReviewedReport & { isMoneyPublic: boolean },
): Promise<ReviewedProject> {
  return review(viewer, { id, version, step: "publish", reason: null }, async (tx, report) => {
    refuseAsWhole([
      ...stageRefusals(report, report.rules, report.today),
      ...conditionRefusals(report, report.rules, report),
    ]);
    await writeOnce(tx, publishReportSql({ id, version, reviewerId: viewer.accountId, isMoneyPublic }));
    return {
      stage: report.newStage ? [report.rules.standing.stage, report.newStage] : null,
      condition: report.newCondition ? [report.rules.standing.condition, report.newCondition] : null,
      isMoneyPublic,
    };
  });
}

/** Gives a report back to its author; the reason stands at the field, null being the whole report. */
export async function returnReport(
  viewer: Viewer,
  { id, version, reason, field }: ReviewedReport & { reason: string | null; field: string | null },
): Promise<ReviewedProject> {
  return review(viewer, { id, version, step: "return", reason }, async (tx) => {
    const returned = { id, version, reviewerId: viewer.accountId, reason: reason ?? "", field };
    await writeOnce(tx, returnSql("report", returned));
    return { reason, field };
  });
}

/** Takes a published report back in one step, and with it what it said of stage and condition. */
export async function withdrawReport(
  viewer: Viewer,
  { id, version, reason }: ReviewedReport & { reason: string | null },
): Promise<ReviewedProject> {
  return review(viewer, { id, version, step: "withdraw", reason }, async (tx) => {
    await requireNothingRestsOn(tx, { reportId: id, statusCheckId: null });
    await writeOnce(
      tx,
      withdrawSql("report", { id, version, accountId: viewer.accountId, reason: reason ?? "" }),
    );
    return { reason };
  });
}

type Decision = ReviewedReport & {
  step: Extract<EditorialStep, "publish" | "return" | "withdraw">;
  reason: string | null;
};
const auditActions = {
  publish: "report.published",
  return: "report.returned",
  withdraw: "report.withdrawn",
} as const;

/** What all decisions share: who may, whether it is still the report that was read, and the audit at the end. */
async function review(
  viewer: Viewer,
  { id, version, step, reason }: Decision,
  write: (tx: Transaction, report: LockedReport) => Promise<Prisma.InputJsonObject>,
): Promise<ReviewedProject> {
  requirePermission(viewer, editorialSteps[step].permission);
  return db.$transaction(async (tx) => {
    const report = await lockReport(tx, viewer, id);
    const actorId = String(viewer.accountId);
    const ids = { authorId: report.isOwn ? actorId : String(report.authorId), actorId };
    const taken = takeStep({ state: report.state, step, ...ids, reason });
    if ("refusal" in taken) throw decisionRefused(taken.refusal, report);
    if (report.reportVersion !== version)
      throw new DomainError("填报人刚刚改过这份填报。请刷新页面，看过新内容再决定。");
    const details = await write(tx, report);
    await record(tx, {
      actor: viewer,
      action: auditActions[step],
      subject: report.code,
      details: { report: id, period: report.period.slice(0, 7), ...details },
    });
    return { code: report.code };
  });
}

function decisionRefused(
  refusal: { field: "step" | "reason"; message: string },
  report: LockedReport,
): DomainError {
  if (refusal.field === "reason") return new DomainError(refusal.message, "reason");
  const { reviewer, period } = report;
  const who = reviewer ? `${formatMonth(period)}的填报已由${reviewer}处理。` : "";
  const message = `${who}${refusal.message}`;
  return report.isOwn ? new SeparationRefused(message) : new DomainError(message);
}

async function writeOnce(tx: Transaction, statement: Prisma.Sql): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>(statement);
  if (rows.length !== 1) throw new Error("a locked report changed its version");
}

type LockedReport = Awaited<ReturnType<typeof lockReport>>;

type ReportRow = Pick<
  ReportInput,
  | "newStage"
  | "stageOn"
  | "stageEvidence"
  | "stageReason"
  | "newCondition"
  | "conditionReason"
  | "conditionReviewOn"
> & {
  authorId: number;
  /** The viewer handed it in, now or before somebody took it over. */
  isOwn: boolean;
  state: EditorialState;
  reportVersion: number;
  submittedOn: IsoDate;
  period: IsoDate;
  reviewer: string | null;
};

/** The report and its project, locked in the order of the projections, so that two decisions wait for each other. */
async function lockReport(tx: Transaction, viewer: Viewer, id: number) {
  await tx.$executeRaw`
    select from projects where id = (select project_id from progress_reports where id = ${id}) for no key update`;
  const [row] = await tx.$queryRaw<(Parameters<typeof loadedProject>[0] & ReportRow)[]>`
    select ${reportedProjectColumns},
      r.author_id as "authorId", ${writtenBy(viewer, "r")} as "isOwn", r.state, r.version as "reportVersion", r.period::text,
      shanghai_day(r.submitted_at)::text as "submittedOn", reviewer.display_name as reviewer,
      r.new_stage as "newStage", range_json(r.stage_from, r.stage_to, r.stage_precision) as "stageOn",
      r.stage_evidence as "stageEvidence", r.stage_reason as "stageReason",
      r.new_condition as "newCondition", r.condition_reason as "conditionReason",
      r.condition_review_on::text as "conditionReviewOn"
    from progress_reports r
    join projects p on p.id = r.project_id
    left join accounts reviewer on reviewer.id = r.reviewer_id
    where r.id = ${id}`;
  if (!row) throw new DomainError("找不到这份填报。请回到审核列表再选。");
  return { ...row, ...loadedProject(row) };
}
