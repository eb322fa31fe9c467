import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ChangesInShort } from "@/components/round/changes-in-short";
import { PublishConfirmation } from "@/components/round/publish-confirmation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Note } from "@/components/ui/note";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { formatMonth } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";
import { type BulkItem, listBulkItems } from "@/lib/round/bulk-queries";
import { readTicked, tickedValue } from "@/lib/round/bulk-rules";
import { readMonth } from "@/lib/round/round-schema";

export const metadata: Metadata = { title: "批量发布，确认" };

type Query = Record<"report" | "money", string | string[] | undefined>;
type Props = { params: Promise<{ period: string }>; searchParams: Promise<Query> };

export default async function PublishCheckPage({ params, searchParams }: Props) {
  const { period: month } = await params;
  const path = paths.staffRoundPublishCheck(month);
  const viewer = await requirePageViewer("/staff/rounds/[period]/publish/check", path);
  const period = readMonth(month);
  if (!period) notFound();
  const query = await searchParams;
  const ticked = readTicked([query.report ?? []].flat(), [query.money ?? []].flat());
  const items = new Map(
    (await listBulkItems(viewer, period))
      .filter(({ obstacle }) => obstacle === null)
      .map((item) => [tickedValue(item), item]),
  );
  const reports = ticked.filter((report) => items.has(tickedValue(report)));
  const isPublic = new Set(reports.flatMap(({ id, isMoneyPublic }) => (isMoneyPublic ? [id] : [])));
  const gone = ticked.length - reports.length;
  return (
    <StaffFrame viewer={viewer} path={path} current="rounds" wide>
      <Breadcrumbs
        trail={[
          { label: "月调度", href: paths.staffRounds() },
          { label: formatMonth(period), href: paths.staffRound(period) },
          { label: "批量发布", href: paths.staffRoundPublish(period) },
        ]}
        current="确认"
      />
      <h1 className="mt-1 mb-4">确认批量发布</h1>
      <PublishConfirmation period={period} reports={reports}>
        {ticked.length === 0 && <Note tone="warn">还没有选。返回重选，至少选一份。</Note>}
        {gone > 0 && <Note tone="warn">{`选中的有 ${gone} 份刚刚改过、处理过，或要逐份看，不在下面。`}</Note>}
        {reports.length > 0 && (
          <section className="panel" aria-label="将要发布的填报">
            <ConfirmedTable
              items={reports.flatMap((report) => items.get(tickedValue(report)) ?? [])}
              isPublic={isPublic}
            />
          </section>
        )}
      </PublishConfirmation>
    </StaffFrame>
  );
}

type TableProps = { items: readonly BulkItem[]; isPublic: ReadonlySet<number> };

function ConfirmedTable({ items, isPublic }: TableProps) {
  return (
    <table className="t cards dense">
      <caption className="vh">将要发布的填报</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">变化</th>
          <th scope="col">资金</th>
          <th scope="col">填报人</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, code, name, changes, hasMoney, author }) => (
          <tr key={id}>
            <RowHead>
              {name} <span className="code">{code}</span>
            </RowHead>
            <Cell label="变化">
              <ChangesInShort changes={changes} />
            </Cell>
            <Cell label="资金">
              {hasMoney ? isPublic.has(id) ? "也公开" : "不公开" : <span className="faint">没有填</span>}
            </Cell>
            <Cell label="填报人">{author}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
