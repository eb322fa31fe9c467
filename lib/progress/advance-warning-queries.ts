import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { requirePermission } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { ReportInput } from "@/lib/progress/progress-schema";
import type { ReportContentDto } from "@/lib/progress/report-content";
import { findAdvanceFacts } from "@/lib/project/advance-queries";
import { advanceWarning, missingToAdvance, withReported } from "@/lib/project/advance-rules";
import type { Stage } from "@/lib/project/project-rules";
import type { Refusal } from "@/lib/refusal";

/** What the register lacks for the stage that a report claims, for its author to look at twice. */
export async function findAdvanceWarnings(code: string, report: ReportInput): Promise<Refusal[]> {
  return warningsOf(
    { code },
    {
      newStage: report.newStage,
      hasReading: Object.values(report.reading).some((value) => value !== null),
      met: Object.entries(report.milestone).flatMap(([ordinal, actual]) => (actual ? [Number(ordinal)] : [])),
    },
  );
}

/** The same for its reviewer. */
export async function findStoredAdvanceWarnings(
  viewer: Viewer,
  { id, content }: { id: number; content: ReportContentDto },
): Promise<Refusal[]> {
  requirePermission(viewer, "report:review");
  return warningsOf(
    { reportId: id },
    {
      newStage: content.newStage,
      hasReading: content.readings.length > 0,
      met: content.completions.map(({ ordinal }) => ordinal),
    },
  );
}

type Claim = { newStage: Stage | null; hasReading: boolean; met: readonly number[] };

async function warningsOf(
  where: { code: string } | { reportId: number },
  { newStage, ...reported }: Claim,
): Promise<Refusal[]> {
  if (newStage === null) return [];
  const facts = await findAdvanceFacts(db, where);
  const message = facts && advanceWarning(missingToAdvance(withReported(facts, reported), newStage));
  return message ? [{ field: "newStage", message }] : [];
}
