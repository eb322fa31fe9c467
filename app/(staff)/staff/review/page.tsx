import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { WaitingImports } from "@/components/import/waiting-imports";
import { QueueList } from "@/components/staff/queue-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { listWaitingImports } from "@/lib/import/import-review-queries";
import { paths, reviewChanges } from "@/lib/paths";
import { getReviewQueue } from "@/lib/progress/review-queries";
import { reviewChangeText } from "@/lib/text/task-text";

export const metadata: Metadata = { title: "审核" };

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function ReviewPage({ searchParams }: Props) {
  const viewer = await requirePageViewer("/staff/review", paths.staffReview());
  const [{ waiting, waitingCount, published }, imports] = await Promise.all([
    getReviewQueue(viewer),
    listWaitingImports(viewer),
  ]);
  const { done } = await searchParams;
  const change = reviewChanges.find((name) => name === done);
  return (
    <StaffFrame viewer={viewer} path={paths.staffReview()} current="review">
      <div className="mb-3">
        <h1>审核</h1>
        <p className="soft">{`${waitingCount} 份待审核，先提交的排在前面。自己填的由另一位审核员决定。`}</p>
      </div>
      {change && (
        <Note tone="ok" role="status">
          {reviewChangeText[change]}
        </Note>
      )}
      <div className="panel">
        {waitingCount === 0 && (
          <EmptyState title="没有待审核的填报和核实。">新提交的会出现在这里。</EmptyState>
        )}
        <WaitingImports imports={imports} />
        <QueueList id="waiting" title="待审核" items={waiting} state="submitted" />
        <QueueList id="published" title="最近发布" items={published} state="published" />
      </div>
    </StaffFrame>
  );
}
