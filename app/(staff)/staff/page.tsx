import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { TaskBoard } from "@/components/staff/task-board";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { can } from "@/lib/auth/policy";
import { today } from "@/lib/clock";
import { formatMonth } from "@/lib/format/date-words";
import { paths, taskChanges } from "@/lib/paths";
import { listComingDays } from "@/lib/progress/coming-queries";
import { getReviewQueue } from "@/lib/progress/review-queries";
import { listActiveRounds } from "@/lib/progress/round-queries";
import { getStaffTasks } from "@/lib/progress/task-queries";
import { taskChangeText } from "@/lib/text/task-text";

export const metadata: Metadata = { title: "我的任务" };

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function TasksPage({ searchParams }: Props) {
  const viewer = await requirePageViewer("/staff", paths.staff());
  const mayReport = can(viewer.role, "report:write");
  const day = await today();
  const rounds = await listActiveRounds(viewer, day);
  const tasks = await getStaffTasks(viewer, mayReport ? rounds.map(({ period }) => period) : []);
  const queue = can(viewer.role, "report:review") ? await getReviewQueue(viewer) : null;
  const { done } = await searchParams;
  const change = taskChanges.find((name) => name === done);
  const due = rounds.filter(({ period }) => (tasks.dueCounts[period] ?? 0) > 0);
  return (
    <StaffFrame viewer={viewer} path={paths.staff()} current="tasks">
      <div className="row between mb-3">
        <div>
          <h1>我的任务</h1>
          <p className="soft">
            {[
              `${day}。`,
              ...due.map(
                ({ period, dueOn }) =>
                  `${formatMonth(period)}有 ${tasks.dueCounts[period]} 个项目待填报，${dueOn} ${day > dueOn ? "已截止" : "截止"}；`,
              ),
              `${tasks.returned.length + tasks.inherited.length} 项被退回`,
              queue && `，${queue.waitingCount} 份等你审核`,
              "。",
            ].filter(Boolean)}
          </p>
        </div>
        <div className="row">
          {due.map(({ period }) => (
            <LinkButton key={period} href={paths.staffRoundGrid(period)}>
              {due.length > 1 ? `批量填报 ${formatMonth(period)}` : "批量填报"}
            </LinkButton>
          ))}
        </div>
      </div>
      {change && (
        <Note tone="ok" role="status">
          {taskChangeText[change]}
        </Note>
      )}
      <TaskBoard
        tasks={tasks}
        rounds={rounds}
        coming={await listComingDays(viewer)}
        queue={queue}
        mayAssign={can(viewer.role, "project:assign")}
        today={day}
      />
    </StaffFrame>
  );
}
