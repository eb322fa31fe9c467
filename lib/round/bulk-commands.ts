import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { publishReport } from "@/lib/progress/review-commands";
import { findReviewItem, type ReviewItemDto } from "@/lib/progress/review-queries";
import { DomainError } from "@/lib/result";
import { obstacleTo } from "@/lib/round/bulk-queries";
import type { PublicationOutcome, TickedReport } from "@/lib/round/bulk-rules";

/** What was refused, so that an attempt on one's own work can be recorded. */
export type RefusedPublication = { outcomes: PublicationOutcome[]; refusals: DomainError[] };

/**
 * Publishes each of the ticked reports in a transaction of its own and says of each what became of it. One that needs
 * a look of its own is not published, whoever ticked it.
 */
export async function publishReports(
  viewer: Viewer,
  reports: readonly TickedReport[],
): Promise<RefusedPublication> {
  requirePermission(viewer, "report:review");
  if (reports.length === 0) throw new DomainError("没有选中的填报。请回到批量发布，至少选一份。");
  const outcomes: PublicationOutcome[] = [];
  const refusals: DomainError[] = [];
  for (const report of reports) {
    const item = await findReviewItem(viewer, report.id);
    try {
      await publishOne(viewer, report, item);
      outcomes.push(outcome(report, item, null));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusals.push(error);
      outcomes.push(outcome(report, item, error.message));
    }
  }
  return { outcomes, refusals };
}

async function publishOne(viewer: Viewer, report: TickedReport, item: ReviewItemDto | null): Promise<void> {
  if (await wasPublished(viewer, report)) return;
  // One's own, and one that changed, are told by the decision itself.
  const isAsSeen = item?.state === "submitted" && item.version === report.version && !item.isOwn;
  const obstacle = isAsSeen ? obstacleTo(item) : null;
  if (obstacle) throw new DomainError(`${obstacle}，请到审核页逐份看。`);
  await publishReport(viewer, report);
}

/** Whether the same form, sent before, published it. */
async function wasPublished(viewer: Viewer, { id, version }: TickedReport): Promise<boolean> {
  const published = await db.$queryRaw<unknown[]>`
    select from progress_reports
    where id = ${id} and state = 'published' and version = ${version} + 1 and reviewer_id = ${viewer.accountId}`;
  return published.length > 0;
}

function outcome(
  { id }: TickedReport,
  item: ReviewItemDto | null,
  message: string | null,
): PublicationOutcome {
  const { code, name } = item?.project ?? { code: "", name: `编号 ${id}` };
  return { id, code, name, isPublished: message === null, message };
}
