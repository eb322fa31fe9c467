import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Tabs } from "@/components/ui/tabs";
import { paths } from "@/lib/paths";
import type { ComingDay } from "@/lib/progress/coming-queries";
import type { ReviewQueue } from "@/lib/progress/review-queries";
import type { Round } from "@/lib/progress/round-rules";
import type { StaffTasks } from "@/lib/progress/task-queries";
import { dueByUrgency, type Urgency, urgencyOf } from "@/lib/progress/urgency-rules";
import { DueList } from "./due-list";
import { QueueList } from "./queue-list";
import { InheritedList, TaskList, UnassignedList } from "./task-list";

const mostWaiting = 10;

type Props = {
  tasks: StaffTasks;
  rounds: readonly Round[];
  coming: readonly ComingDay[];
  /** What waits for this reviewer; null: the viewer reviews nothing. */
  queue: ReviewQueue | null;
  mayAssign: boolean;
  today: string;
};

/** One person's desk, the most urgent first. */
export function TaskBoard({ tasks, rounds, coming, queue, mayAssign, today }: Props) {
  const { returned, inherited, submitted, published, publishedCount, unassigned, unassignedCount } = tasks;
  const due = dueByUrgency(rounds, tasks.dueCounts, today);
  // What only comes up within the month stands with what is soon.
  const comingSoon = coming.filter(({ on }) => urgencyOf(on, today) !== "now");
  const comingNow = coming.filter(({ on }) => urgencyOf(on, today) === "now");
  const list = (id: string, title: string, urgency: Urgency, days: readonly ComingDay[] = []) => (
    <DueList
      id={id}
      title={title}
      projects={tasks.due.filter(({ period }) => due[urgency].periods.includes(period))}
      count={due[urgency].count}
      coming={days}
      rounds={rounds}
      today={today}
    />
  );
  const tabs = [
    { href: "#returned", label: "已退回", count: returned.length },
    { href: "#inherited", label: "接手的退回件", count: inherited.length },
    { href: "#now", label: "今天和逾期", count: due.now.count + comingNow.length },
    { href: "#soon", label: "即将到期", count: due.soon.count + comingSoon.length },
    { href: "#todo", label: "待填报", count: due.later.count },
    { href: "#waiting", label: "待我审核", count: queue?.waitingCount ?? 0 },
    { href: "#submitted", label: "我提交的", count: submitted.length },
    { href: "#published", label: "已发布", count: publishedCount },
    { href: "#unassigned", label: "未指定", count: mayAssign ? unassignedCount : 0 },
  ].filter(({ count }) => count > 0);
  return (
    <div className="panel">
      {tabs.length > 0 && <Tabs label="任务状态" tabs={tabs} />}
      <TaskList id="returned" title="先处理退回的" tasks={returned} state="returned" />
      <InheritedList tasks={inherited} />
      {list("now", "今天到期和逾期", "now", comingNow)}
      {list("soon", "即将到期", "soon", comingSoon)}
      {list("todo", "待填报", "later")}
      {queue && <Waiting queue={queue} />}
      <TaskList id="submitted" title="我提交的，等待审核" tasks={submitted} state="submitted" />
      <TaskList id="published" title="最近发布" tasks={published} state="published" />
      {mayAssign && <UnassignedList projects={unassigned} count={unassignedCount} />}
      {tabs.length === 0 && (
        <EmptyState title="现在没有任务。">待审核的填报在“审核”里，项目在项目台账里。</EmptyState>
      )}
    </div>
  );
}

function Waiting({ queue: { waiting, waitingCount } }: { queue: ReviewQueue }) {
  return (
    <>
      <QueueList id="waiting" title="待我审核" items={waiting.slice(0, mostWaiting)} state="submitted" />
      {waitingCount > mostWaiting && (
        <LinkButton href={paths.staffReview()} size="sm">
          {`全部 ${waitingCount} 份`}
        </LinkButton>
      )}
    </>
  );
}
