import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { DueList, TaskList, UnassignedList } from "@/components/staff/task-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { Tabs } from "@/components/ui/tabs";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { can } from "@/lib/auth/policy";
import { today } from "@/lib/clock";
import { formatMonth } from "@/lib/format/date-words";
import { paths, taskChanges } from "@/lib/paths";
import { currentRound } from "@/lib/progress/round-rules";
import { getStaffTasks } from "@/lib/progress/task-queries";
import { taskChangeText } from "@/lib/text/task-text";

export const metadata: Metadata = { title: "我的任务" };

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function TasksPage({ searchParams }: Props) {
  const viewer = await requirePageViewer("/staff", paths.staff());
  const day = await today();
  const round = currentRound(day);
  const tasks = await getStaffTasks(viewer, round.period);
  const { returned, due, dueCount, submitted, published, publishedCount, unassigned, unassignedCount } =
    tasks;
  const mayAssign = can(viewer.role, "project:assign");
  const mayReport = can(viewer.role, "report:write");
  const { done } = await searchParams;
  const change = taskChanges.find((name) => name === done);
  const openCount =
    returned.length + submitted.length + (mayReport ? dueCount : 0) + (mayAssign ? unassignedCount : 0);
  return (
    <StaffFrame viewer={viewer} path={paths.staff()} current="tasks">
      <div className="mb-3">
        <h1>我的任务</h1>
        <p className="soft">
          {mayReport
            ? `${day}。${formatMonth(round.period)}有 ${dueCount} 个项目待填报，${round.dueOn} 截止；${returned.length} 项被退回。`
            : `${day}。${returned.length} 项被退回，${submitted.length} 项待审核。`}
        </p>
      </div>
      {change && (
        <Note tone="ok" role="status">
          {taskChangeText[change]}
        </Note>
      )}
      <div className="panel">
        <Tabs
          label="任务状态"
          tabs={[
            ...(mayReport ? [{ href: "#todo", label: "待填报", count: dueCount }] : []),
            { href: "#returned", label: "已退回", count: returned.length },
            { href: "#submitted", label: "待审核", count: submitted.length },
            { href: "#published", label: "已发布", count: publishedCount },
            ...(mayAssign ? [{ href: "#unassigned", label: "未指定", count: unassignedCount }] : []),
          ]}
        />
        <TaskList id="returned" title="先处理退回的" tasks={returned} state="returned" />
        {mayReport && (
          <DueList projects={due} count={dueCount} dueOn={round.dueOn} isLate={day > round.dueOn} />
        )}
        <TaskList id="submitted" title="待审核" tasks={submitted} state="submitted" />
        <TaskList id="published" title="最近发布" tasks={published} state="published" />
        {mayAssign && <UnassignedList projects={unassigned} count={unassignedCount} />}
        {openCount + publishedCount === 0 && (
          <EmptyState title="现在没有任务。">待审核的填报在“审核”里，项目在项目台账里。</EmptyState>
        )}
      </div>
    </StaffFrame>
  );
}
