import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";
import type { IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { correctionRefusals } from "@/lib/progress/correction-rules";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { publishReportSql, replaceReportSql } from "@/lib/progress/publication-sql";
import { loadedProject, reportedProjectColumns } from "@/lib/progress/reported-project-queries";
import { conditionRefusals, endedRefusals, stageRefusals } from "@/lib/progress/submission-rules";
import { decide, writeOnce } from "@/lib/project/decision-commands";
import { type EditorialState, editorialSteps } from "@/lib/project/editorial-rules";
import { requireNothingRestsOn } from "@/lib/project/later-stage-queries";
import { returnSql, withdrawSql } from "@/lib/project/review-sql";
import { DomainError, refuseAsWhole } from "@/lib/result";
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
    if (report.correctsId !== null && report.rules.corrected === null) {
      throw new DomainError("要更正的那一份已经更正或撤回。请退回给填报人。");
    }
    refuseAsWhole([
      ...endedRefusals(report, report.rules),
      ...correctionRefusals(report, report.rules),
      ...stageRefusals(report, report.rules, report.today),
      ...conditionRefusals(report, report.rules, report),
    ]);
    if (report.correctsId !== null) {
      await writeOnce(
        tx,
        replaceReportSql({ id: report.correctsId, correctionId: id, accountId: viewer.accountId }),
      );
    }
    await writeOnce(tx, publishReportSql({ id, version, reviewerId: viewer.accountId, isMoneyPublic }));
    return {
      stage: report.newStage ? [report.rules.standing.stage, report.newStage] : null,
      condition: report.newCondition ? [report.rules.standing.condition, report.newCondition] : null,
      isMoneyPublic,
      ...(report.correctsId !== null && { corrects: report.correctsId, reason: report.correctionReason }),
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
    await requireNothingRestsOn(tx, { reportId: id });
    await writeOnce(
      tx,
      withdrawSql("report", { id, version, accountId: viewer.accountId, reason: reason ?? "" }),
    );
    return { reason };
  });
}

const auditActions = {
  publish: "report.published",
  return: "report.returned",
  withdraw: "report.withdrawn",
} as const;

type Decision = ReviewedReport & { step: keyof typeof auditActions; reason: string | null };

async function review(
  viewer: Viewer,
  { id, version, step, reason }: Decision,
  write: (tx: Transaction, report: LockedReport) => Promise<Prisma.InputJsonObject>,
): Promise<ReviewedProject> {
  const { code } = await decide(viewer, {
    permission: editorialSteps[step].permission,
    step,
    version,
    reason,
    auditAction: auditActions[step],
    load: (tx) => lockReport(tx, id),
    write: async (tx, report) => ({
      details: { report: id, period: report.period.slice(0, 7), ...(await write(tx, report)) },
    }),
  });
  return { code };
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
  | "correctionReason"
> & {
  correctsId: number | null;
  authorId: number;
  formerAuthorIds: number[];
  state: EditorialState;
  reportVersion: number;
  submittedOn: IsoDate;
  period: IsoDate;
  reviewer: string | null;
};

/** The report and its project, locked in the order of the projections, so that two decisions wait for each other. */
async function lockReport(tx: Transaction, id: number) {
  const [locked] = await tx.$queryRaw<{ correctsId: number | null }[]>`
    select r.corrects_id as "correctsId" from progress_reports r join projects p on p.id = r.project_id
    where r.id = ${id} for no key update of p`;
  const [row] = await tx.$queryRaw<(Parameters<typeof loadedProject>[0] & ReportRow)[]>`
    select ${reportedProjectColumns(locked?.correctsId ?? null)},
      r.author_id as "authorId", r.former_author_ids as "formerAuthorIds", r.state, r.version as "reportVersion", r.period::text,
      shanghai_day(r.submitted_at)::text as "submittedOn", reviewer.display_name as reviewer,
      r.new_stage as "newStage", range_json(r.stage_from, r.stage_to, r.stage_precision) as "stageOn",
      r.stage_evidence as "stageEvidence", r.stage_reason as "stageReason",
      r.new_condition as "newCondition", r.condition_reason as "conditionReason",
      r.condition_review_on::text as "conditionReviewOn", r.corrects_id as "correctsId",
      r.correction_reason as "correctionReason"
    from progress_reports r
    join projects p on p.id = r.project_id
    left join accounts reviewer on reviewer.id = r.reviewer_id
    where r.id = ${id}`;
  if (!row) throw new DomainError("找不到这份填报。请回到审核列表再选。");
  const { code, ...project } = loadedProject(row);
  const named = `${formatMonth(row.period)}的填报`;
  return { ...row, ...project, code, about: code, named, version: row.reportVersion };
}
