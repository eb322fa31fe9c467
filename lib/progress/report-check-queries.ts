import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { requireReportedProject } from "@/lib/progress/reported-project-queries";
import { submissionRefusals, submissionWarnings } from "@/lib/progress/submission-rules";
import { monthTakenText, reportInTheWay, type TakenMonth } from "@/lib/progress/taken-month-rules";
import { takenMonthColumns, takesMonth } from "@/lib/progress/taken-month-sql";
import type { Refusal } from "@/lib/refusal";

/** What stands against handing a report in, and what to look at twice. */
export async function checkReport(
  viewer: Viewer,
  code: string,
  report: ReportInput,
): Promise<{ refusals: Refusal[]; warnings: Refusal[] }> {
  const { id, rules, today } = await requireReportedProject(db, viewer, code);
  const taken = await findTakenMonth(db, id, report.period);
  const inTheWay = taken && reportInTheWay([taken], report.period, viewer.accountId);
  const monthRefusals = inTheWay ? [{ field: "period", message: monthTakenText(inTheWay) }] : [];
  return {
    refusals: [...monthRefusals, ...submissionRefusals(report, rules, today)],
    warnings: submissionWarnings(report, rules),
  };
}

type Client = Pick<typeof db, "$queryRaw">;

/** The report that a project has for a month; null: none. */
export async function findTakenMonth(
  client: Client,
  projectId: number,
  period: IsoDate,
): Promise<TakenMonth | null> {
  const [row] = await client.$queryRaw<{ taken: TakenMonth }[]>`
    select json_build_object(${takenMonthColumns}) as taken
    from progress_reports r join accounts a on a.id = r.author_id
    where r.project_id = ${projectId} and r.period = ${period}::date and ${takesMonth}`;
  return row?.taken ?? null;
}
