import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { BulkList } from "@/components/round/bulk-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { formatMonth } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";
import { listBulkItems } from "@/lib/round/bulk-queries";
import { tickedValue } from "@/lib/round/bulk-rules";
import { readMonth } from "@/lib/round/round-schema";

export const metadata: Metadata = { title: "批量发布" };

type Query = Record<"report" | "money" | "all", string | string[] | undefined>;
type Props = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export default async function PublishPage({ params, searchParams }: Props) {
  const { period: month } = await params;
  const path = paths.staffRoundPublish(month);
  const viewer = await requirePageViewer("/staff/rounds/[period]/publish", path);
  const period = readMonth(month);
  if (!period) notFound();
  const items = await listBulkItems(viewer, period);
  const { report, money, all } = await searchParams;
  const free = all ? items.filter(({ obstacle }) => obstacle === null) : [];
  return (
    <StaffFrame viewer={viewer} path={path} current="rounds" wide>
      <Breadcrumbs
        trail={[
          { label: "月调度", href: paths.staffRounds() },
          { label: formatMonth(period), href: paths.staffRound(period) },
        ]}
        current="批量发布"
      />
      <h1 className="mt-1 mb-4">{`${formatMonth(period)}，批量发布`}</h1>
      {items.length === 0 ? (
        <EmptyState title="这一轮没有待审核的填报。">新提交的会出现在这里。</EmptyState>
      ) : (
        <BulkList
          items={items}
          period={period}
          ticked={new Set([...list(report), ...free.map(tickedValue)])}
          money={new Set(list(money))}
        />
      )}
    </StaffFrame>
  );
}

function list(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}
