import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { OpenRoundForm } from "@/components/round/open-round-form";
import { RoundTable } from "@/components/round/round-table";
import { Panel } from "@/components/ui/panel";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { can } from "@/lib/auth/policy";
import { today } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { currentRound, roundOf } from "@/lib/progress/round-rules";
import { openableMonths } from "@/lib/round/opening-rules";
import { listRounds } from "@/lib/round/round-list-queries";

export const metadata: Metadata = { title: "月调度" };

export default async function RoundsPage() {
  const path = paths.staffRounds();
  const viewer = await requirePageViewer("/staff/rounds", path);
  const day = await today();
  const rounds = await listRounds(viewer, day);
  const mayManage = can(viewer.role, "round:manage");
  const opened = rounds.filter(({ isByRule }) => !isByRule).map(({ period }) => period);
  const months = openableMonths(day).filter((month) => !opened.includes(month));
  const own = currentRound(day).period;
  const month = months.includes(own) ? own : months[0];
  return (
    <StaffFrame viewer={viewer} path={path} current="rounds">
      <div className="stack">
        <div>
          <h1>月调度</h1>
          <p className="soft">
            {`${day}。每月一轮；没有人开启的月份，按默认规则次月 10 日截止。`}
            {!mayManage && "数字是你能填报的项目。"}
          </p>
        </div>
        <section className="panel" aria-label="各轮月调度">
          <RoundTable rounds={rounds} mayManage={mayManage} mayReport={can(viewer.role, "report:write")} />
        </section>
        {mayManage && month && (
          <Panel id="open" title="开启一轮" className="max-w-xl">
            <OpenRoundForm months={months} month={month} dueOn={roundOf(month).dueOn} />
          </Panel>
        )}
      </div>
    </StaffFrame>
  );
}
