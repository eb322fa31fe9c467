import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { DiffRow } from "@/lib/format/field-diff";
import { isChange, reportDiff } from "@/lib/progress/report-diff";
import { listReviewItems, type ReviewItemDto } from "@/lib/progress/review-queries";
import { storedReportWarnings } from "@/lib/progress/stored-report-warnings";
import { bulkObstacle } from "@/lib/round/bulk-rules";

/** A report that waits for review, in short. */
export type BulkItem = {
  id: number;
  version: number;
  code: string;
  name: string;
  author: string;
  submittedAt: string;
  isUnchanged: boolean;
  changes: DiffRow[];
  hasMoney: boolean;
  /** Why it is looked at on its own; null: it may be published with others. */
  obstacle: string | null;
};

/** The reports of a month that wait for review, each with what it changes. */
export async function listBulkItems(viewer: Viewer, period: IsoDate): Promise<BulkItem[]> {
  return (await listReviewItems(viewer, period)).map(bulkItem);
}

/** Why this report is not published together with others; null: it may be. */
export function obstacleTo(item: ReviewItemDto): string | null {
  return bulkObstacle({ ...item, warnings: storedReportWarnings(item) });
}

function bulkItem(item: ReviewItemDto): BulkItem {
  const { id, version, author, submittedAt, project, content } = item;
  return {
    id,
    version,
    code: project.code,
    name: project.name,
    author,
    submittedAt,
    isUnchanged: content.isUnchanged,
    changes: reportDiff(item).filter((row) => isChange(row, false)),
    hasMoney: content.arrivedFunds !== null || content.completedInvestment !== null,
    obstacle: obstacleTo(item),
  };
}
