import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { findAdvanceWarnings } from "@/lib/progress/advance-warning-queries";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { type ReportTarget, requireReportedProject } from "@/lib/progress/reported-project-queries";
import { submissionRefusals, submissionWarnings } from "@/lib/progress/submission-rules";
import type { Refusal } from "@/lib/refusal";

/** What stands against handing a report in, and what to look at twice. */
export async function checkReport(
  viewer: Viewer,
  target: ReportTarget,
  report: ReportInput,
): Promise<{ refusals: Refusal[]; warnings: Refusal[] }> {
  const { rules, today } = await requireReportedProject(db, viewer, target);
  return {
    refusals: submissionRefusals(report, rules, today),
    warnings: [...submissionWarnings(report, rules), ...(await findAdvanceWarnings(target.code, report))],
  };
}
