import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { type ReportTarget, requireReportedProject } from "@/lib/progress/reported-project-queries";
import type { Standing } from "@/lib/project/project-rules";

/** Where a project stood before the report that is corrected; where it stands when none is. */
export async function standingBefore(viewer: Viewer, target: ReportTarget): Promise<Standing> {
  requirePermission(viewer, "report:write");
  const { rules } = await requireReportedProject(db, viewer, target);
  return rules.standing;
}
