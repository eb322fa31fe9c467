import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { findAdvanceWarnings } from "@/lib/progress/advance-warning-queries";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { type ReportTarget, requireReportedProject } from "@/lib/progress/reported-project-queries";
import { submissionRefusals, submissionWarnings } from "@/lib/progress/submission-rules";
import { mendableBy } from "@/lib/project/succession-sql";
import type { Refusal } from "@/lib/refusal";

/** What stands against handing a report in, and what to look at twice. */
export async function checkReport(
  viewer: Viewer,
  target: ReportTarget,
  report: ReportInput,
): Promise<{ refusals: Refusal[]; warnings: Refusal[] }> {
  const { id, rules, today } = await requireReportedProject(db, viewer, target);
  const isMending = target.corrects !== null || (await hasReturned(viewer, id, report));
  return {
    refusals: submissionRefusals(report, rules, today, { isMending }),
    warnings: [...submissionWarnings(report, rules), ...(await findAdvanceWarnings(target.code, report))],
  };
}

/** Whether the report mends one of its month that was returned. */
async function hasReturned(viewer: Viewer, projectId: number, { period }: ReportInput): Promise<boolean> {
  const returned = await db.$queryRaw<unknown[]>`
    select from progress_reports r
    where r.project_id = ${projectId} and r.period = ${period}::date and r.state = 'returned'
      and ${mendableBy(viewer, "r")}`;
  return returned.length > 0;
}
