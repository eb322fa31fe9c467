import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { BoardReports } from "@/components/round/board-reports";
import { CopyText } from "@/components/round/copy-text";
import { ResponsibleTable } from "@/components/round/responsible-table";
import { CloseRoundForm, MoveDeadlineForm, ReopenRoundForm } from "@/components/round/round-decisions";
import { RoundEvents } from "@/components/round/round-events";
import { RoundHeading } from "@/components/round/round-heading";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { formatMonth } from "@/lib/format/date-words";
import { paths, roundChanges } from "@/lib/paths";
import { openPeriods, roundOf } from "@/lib/progress/round-rules";
import { daysLate, reminderText } from "@/lib/round/reminder-sentence";
import { getRoundBoard } from "@/lib/round/round-board-queries";
import { readMonth } from "@/lib/round/round-schema";
import { roundChangeText } from "@/lib/text/task-text";

export const metadata: Metadata = { title: "一轮月调度" };

type Props = {
  params: Promise<{ period: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function RoundPage({ params, searchParams }: Props) {
  const { period: month } = await params;
  const path = paths.staffRound(month);
  const viewer = await requirePageViewer("/staff/rounds/[period]", path);
  const period = readMonth(month);
  if (!period) notFound();
  const board = await getRoundBoard(viewer, period);
  const { today, round, events, counts, groups, reports } = board;
  if (!round && !openPeriods(today).includes(period)) notFound();
  const { dueOn } = round ?? roundOf(period);
  const isClosed = round?.closedOn != null;
  const late = isClosed ? 0 : daysLate(dueOn, today);
  const reminder = isClosed ? null : reminderText({ period, dueOn, today, counts, groups });
  const { done } = await searchParams;
  const change = roundChanges.find((name) => name === done);
  return (
    <StaffFrame viewer={viewer} path={path} current="rounds">
      <Breadcrumbs trail={[{ label: "月调度", href: paths.staffRounds() }]} current={formatMonth(period)} />
      <div className="stack">
        <RoundHeading board={board} period={period} dueOn={dueOn} />
        {change && (
          <Note tone="ok" role="status">
            {roundChangeText[change]}
          </Note>
        )}
        <Panel id="responsible" title="按责任单位和责任人" note="有未报或退回的排在前面">
          <ResponsibleTable groups={groups} daysLate={late} />
        </Panel>
        {reminder && (
          <Panel id="reminder" title="催报" note="复制后发给责任单位和责任人">
            <CopyText label="催报清单" text={reminder} />
          </Panel>
        )}
        <Panel id="reports" title="已填报" note={`${counts.owed - counts.silent} 份`}>
          <BoardReports reports={reports} count={counts.owed - counts.silent} />
        </Panel>
        {round && (
          <Panel id="decisions" title={isClosed ? "重新开放" : "调整和关闭"} note="每次改动都留原因">
            {isClosed ? (
              <ReopenRoundForm period={period} version={round.version} />
            ) : (
              <div className="cols-2">
                <MoveDeadlineForm period={period} version={round.version} dueOn={dueOn} />
                <CloseRoundForm period={period} version={round.version} />
              </div>
            )}
          </Panel>
        )}
        {events.length > 0 && (
          <Panel id="events" title="记录">
            <RoundEvents events={events} />
          </Panel>
        )}
      </div>
    </StaffFrame>
  );
}
