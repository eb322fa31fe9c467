import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { GridCheck } from "@/components/round/grid-check";
import { HandInGridForm } from "@/components/round/hand-in-grid-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { formatMonth } from "@/lib/format/date-words";
import { gridScopes, paths } from "@/lib/paths";
import { checkGrid } from "@/lib/round/grid-check-queries";
import { readMonth } from "@/lib/round/round-schema";

export const metadata: Metadata = { title: "批量填报，提交前检查" };

type Props = {
  params: Promise<{ period: string }>;
  searchParams: Promise<{ scope?: string | string[] }>;
};

export default async function GridCheckPage({ params, searchParams }: Props) {
  const { period: month } = await params;
  const path = paths.staffRoundGridCheck(month);
  const viewer = await requirePageViewer("/staff/rounds/[period]/grid/check", path);
  const period = readMonth(month);
  if (!period) notFound();
  const { scope: asked } = await searchParams;
  const scope = gridScopes.find((known) => known === asked) ?? "own";
  const grid = await checkGrid(viewer, period, scope);
  const { ready, refused, unanswered, draftVersion } = grid;
  const unchanged = ready.filter(({ report }) => report.isUnchanged).length;
  return (
    <StaffFrame viewer={viewer} path={path} current="rounds" wide>
      <Breadcrumbs
        trail={[
          { label: "月调度", href: paths.staffRounds() },
          { label: `${formatMonth(period)}批量填报`, href: paths.staffRoundGrid(period, scope) },
        ]}
        current="提交前检查"
      />
      <div className="stack">
        <div>
          <h1>提交前再看一遍</h1>
          <p className="soft">
            {`${formatMonth(period)}：${ready.length - unchanged} 个有变化，${unchanged} 个无变化，${refused.length} 个要修改，${unanswered.length} 个没答。`}
          </p>
        </div>
        <GridCheck grid={grid} period={period} scope={scope} />
        <HandInGridForm
          period={period}
          scope={scope}
          batchId={crypto.randomUUID()}
          draftVersion={draftVersion ?? 0}
          count={ready.length}
        />
      </div>
    </StaffFrame>
  );
}
