import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { GridCheck } from "@/components/round/grid-check";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { formatMonth } from "@/lib/format/date-words";
import { gridScopes, paths } from "@/lib/paths";
import { checkGrid } from "@/lib/round/grid-check-queries";
import { listHandedIn } from "@/lib/round/grid-queries";
import { readMonth } from "@/lib/round/round-schema";

export const metadata: Metadata = { title: "批量填报，已提交" };

type Props = {
  params: Promise<{ period: string }>;
  searchParams: Promise<{ scope?: string | string[] }>;
};

export default async function GridDonePage({ params, searchParams }: Props) {
  const { period: month } = await params;
  const path = paths.staffRoundGridDone(month);
  const viewer = await requirePageViewer("/staff/rounds/[period]/grid/done", path);
  const period = readMonth(month);
  if (!period) notFound();
  const { scope: asked } = await searchParams;
  const scope = gridScopes.find((known) => known === asked) ?? "own";
  const handedIn = await listHandedIn(viewer, period);
  const grid = await checkGrid(viewer, period, scope);
  const { ready, refused, unanswered } = grid;
  const isComplete = ready.length + refused.length + unanswered.length === 0;
  return (
    <StaffFrame viewer={viewer} path={path} current="rounds" wide>
      <Breadcrumbs trail={[{ label: "月调度", href: paths.staffRounds() }]} current="已提交" />
      <div className="stack">
        <h1>{isComplete ? "已提交，等待审核" : "已提交一部分，等待审核"}</h1>
        <Note tone="ok" role="status">
          {`${formatMonth(period)}，你有 ${handedIn.count} 个项目待审核。审核通过前，公众看不到；结果在“我的任务”里看。`}
        </Note>
        {handedIn.names.length > 0 && <p className="soft">{`${handedIn.names.join("、")}。`}</p>}
        <GridCheck grid={{ ...grid, ready: [] }} period={period} scope={scope} />
        <div className="row">
          {!isComplete && (
            <LinkButton href={paths.staffRoundGrid(period, scope)} variant="go">
              继续填报
            </LinkButton>
          )}
          <LinkButton href={paths.staff()} variant={isComplete ? "go" : undefined}>
            回到我的任务
          </LinkButton>
        </div>
      </div>
    </StaffFrame>
  );
}
