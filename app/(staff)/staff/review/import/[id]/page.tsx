import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ImportChangeTable } from "@/components/import/import-change-table";
import { PublishImportForm } from "@/components/import/publish-import-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyValues } from "@/components/ui/key-values";
import { Pager } from "@/components/ui/pager";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { rowNumberIn } from "@/lib/format/row-number";
import { changesOfPage, findImportReview, type ImportReview } from "@/lib/import/import-review-queries";
import { paths } from "@/lib/paths";
import { evidenceKindText } from "@/lib/text/evidence-text";

export const metadata: Metadata = { title: "审核一批导入" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string | string[] }> };

export default async function ImportReviewPage({ params, searchParams }: Props) {
  const { id } = await params;
  const number = rowNumberIn(id) ?? 0;
  const path = paths.staffImportReview(number);
  const viewer = await requirePageViewer("/staff/review/import/[id]", path);
  const said = String((await searchParams).page);
  const page = /^[1-9]\d{0,3}$/.test(said) ? Number(said) : 1;
  const review = await findImportReview(viewer, number, page);
  if (!review) notFound();
  const waiting = Object.values(review.counts).reduce((sum, count) => sum + count, 0);
  return (
    <StaffFrame viewer={viewer} path={path} current="review">
      <Breadcrumbs trail={[{ label: "审核", href: paths.staffReview() }]} current={review.fileName} />
      <div className="stack">
        <h1>{`审核一批导入：${waiting} 项待审核`}</h1>
        <KeyValues items={facts(review)} />
        <div className="panel stack">
          {waiting === 0 ? (
            <EmptyState title="这批变更没有待审核的了。">已发布的，公众现在可以看到。</EmptyState>
          ) : (
            <>
              <ImportChangeTable changes={review.changes} />
              <Pager
                page={page}
                pageCount={Math.ceil(waiting / changesOfPage)}
                href={(next) => paths.staffImportReview(number, next)}
              />
            </>
          )}
          <PublishImportForm id={number} seen={review.seen} waiting={waiting} isOwn={review.isOwn} />
        </div>
      </div>
    </StaffFrame>
  );
}

function facts({ fileName, author, counts, evidence, published, returned }: ImportReview) {
  return [
    { term: "文件", value: fileName },
    { term: "填报人", value: author },
    {
      term: "待审核",
      value: `新登记 ${counts.creation} 项，变更 ${counts.change} 项，更正 ${counts.correction} 项`,
    },
    { term: "已办", value: `发布 ${published} 项，退回 ${returned} 项` },
    {
      term: "依据",
      value: evidence ? `${evidenceKindText[evidence.kind]}，${evidence.text}（${evidence.on}）` : "没有写明",
    },
  ];
}
