import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { GridForm } from "@/components/round/grid-form";
import { ActionButton } from "@/components/ui/action-button";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { keptFormOf } from "@/lib/auth/form-keeper";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { findDraft } from "@/lib/draft/draft-queries";
import { openedForm, parkedForm, untouchedForm } from "@/lib/draft/draft-rules";
import { formatMonth } from "@/lib/format/date-words";
import { gridScopes, paths } from "@/lib/paths";
import { openPeriods } from "@/lib/progress/round-rules";
import { discardGridDraftAction } from "@/lib/round/grid-actions";
import { checkGrid } from "@/lib/round/grid-check-queries";
import { type Grid, getGrid } from "@/lib/round/grid-queries";
import { gridForm, isLeftOutOfGrid } from "@/lib/round/grid-rules";
import { readMonth } from "@/lib/round/round-schema";
import { gridScopeText } from "@/lib/text/round-text";

export const metadata: Metadata = { title: "批量填报" };

type Props = {
  params: Promise<{ period: string }>;
  searchParams: Promise<{ scope?: string | string[]; checked?: string | string[] }>;
};

export default async function GridPage({ params, searchParams }: Props) {
  const { period: month } = await params;
  const path = paths.staffRoundGrid(month);
  const viewer = await requirePageViewer("/staff/rounds/[period]/grid", path);
  const period = readMonth(month);
  const query = await searchParams;
  const asked = gridScopes.find((known) => known === query.scope) ?? null;
  const grid = period && (await getGrid(viewer, period, asked));
  if (!period || !grid || !openPeriods(grid.today).includes(period)) notFound();
  const { scope, rows, draft, round } = grid;
  const isChecked = query.checked === "1" && draft !== null;
  const { refused } = isChecked ? await checkGrid(viewer, period, scope) : { refused: [] };
  const errors = Object.fromEntries(refused.flatMap((row) => Object.entries(row.errors)));
  const name = gridForm(period, scope);
  const [parked, kept] = await Promise.all([findDraft(viewer, parkedForm(name)), keptFormOf(viewer, name)]);
  const opened = openedForm(draft, parked, (field) => isLeftOutOfGrid(field, parked?.input ?? {}));
  return (
    <StaffFrame viewer={viewer} path={path} current="rounds" wide>
      <Breadcrumbs
        trail={[{ label: "月调度", href: paths.staffRounds() }]}
        current={`${formatMonth(period)}批量填报`}
      />
      {round.closedOn !== null || rows.length === 0 ? (
        <div className="stack">
          <div className="row between mt-1 mb-4">
            <Heading grid={grid} />
            <div className="row">
              {draft && (
                <ActionButton
                  action={discardGridDraftAction}
                  fields={{ period: period.slice(0, 7), scope }}
                  variant="bare"
                  size="sm"
                >
                  丢弃草稿
                </ActionButton>
              )}
              <Links grid={grid} />
            </div>
          </div>
          <Nothing grid={grid} />
        </div>
      ) : (
        <GridForm
          key={scope}
          heading={<Heading grid={grid} />}
          links={<Links grid={grid} />}
          period={period}
          scope={scope}
          rows={rows}
          errors={errors}
          draft={{ opened: opened ?? untouchedForm({}), ...kept }}
        />
      )}
    </StaffFrame>
  );
}

function Heading({ grid: { round, scope, rows, counts } }: { grid: Grid }) {
  const { period, dueOn, note } = round;
  const more = counts[scope] - rows.length;
  return (
    <div>
      <h1>{`${formatMonth(period)}批量填报`}</h1>
      <p className="soft">
        {`${gridScopeText[scope]} ${counts[scope]} 个项目待填报，截止 ${dueOn}。`}
        {note && `说明：${note}`}
        {more > 0 && `先列 ${rows.length} 个，提交后再列其余 ${more} 个。`}
      </p>
    </div>
  );
}

function Links({ grid: { round, scope, counts } }: { grid: Grid }) {
  const other = scope === "own" ? "open" : "own";
  return (
    <>
      <LinkButton href={paths.staffReportSheet(round.period.slice(0, 7))}>下载 Excel 填报表</LinkButton>
      <LinkButton href={paths.staffImport()}>导入 Excel</LinkButton>
      {counts[other] > 0 && (
        <LinkButton href={paths.staffRoundGrid(round.period, other)}>
          {`${gridScopeText[other]} ${counts[other]} 个`}
        </LinkButton>
      )}
    </>
  );
}

function Nothing({ grid: { round } }: { grid: Grid }) {
  if (round.closedOn !== null) {
    return <Note>{`这一轮 ${round.closedOn} 已关闭：${round.closeReason}。要补报，请审核员重新开放。`}</Note>;
  }
  return <EmptyState title="没有待填报的项目。">提交过的在“我的任务”里看。</EmptyState>;
}
