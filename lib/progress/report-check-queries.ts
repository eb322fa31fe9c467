import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { findAdvanceWarnings } from "@/lib/progress/advance-warning-queries";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { type ReportTarget, requireReportedProject } from "@/lib/progress/reported-project-queries";
import { submissionRefusals, submissionWarnings } from "@/lib/progress/submission-rules";
import { monthTakenText, reportInTheWay, type TakenMonth } from "@/lib/progress/taken-month-rules";
import { takenMonthColumns, takesMonth } from "@/lib/progress/taken-month-sql";
import type { Refusal } from "@/lib/refusal";

/** What stands against handing a report in, and what to look at twice. */
export async function checkReport(
  viewer: Viewer,
  target: ReportTarget,
  report: ReportInput,
): Promise<{ refusals: Refusal[]; warnings: Refusal[] }> {
  const { id, rules, today } = await requireReportedProject(db, viewer, target);
  const { corrects } = target;
  const isCorrection = corrects !== null;
  const taken = await findTakenMonth(db, viewer, { projectId: id, period: report.period, corrects });
  const inTheWay = taken && reportInTheWay([taken], report.period);
  const monthRefusals = inTheWay
    ? [{ field: "period", message: monthTakenText(inTheWay, { isCorrection }) }]
    : [];
  const isMending = isCorrection || (taken?.isMendable ?? false);
  return {
    refusals: [...monthRefusals, ...submissionRefusals(report, rules, today, { isMending })],
    warnings: [...submissionWarnings(report, rules), ...(await findAdvanceWarnings(target.code, report))],
  };
}

type Client = Pick<typeof db, "$queryRaw">;
type Month = { projectId: number; period: IsoDate; corrects: number | null };

/** The report that a project has for a month, or the open correction of its report `corrects`; null: none. */
export async function findTakenMonth(
  client: Client,
  viewer: Viewer,
  { projectId, period, corrects }: Month,
): Promise<TakenMonth | null> {
  const [row] = await client.$queryRaw<{ taken: TakenMonth }[]>`
    select json_build_object(${takenMonthColumns(viewer)}) as taken
    from progress_reports r join accounts a on a.id = r.author_id
    where r.project_id = ${projectId} and r.period = ${period}::date and ${takesMonth(corrects)}`;
  return row?.taken ?? null;
}
