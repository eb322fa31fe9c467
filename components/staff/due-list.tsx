import type { ReactNode } from "react";
import { EditorialSlip } from "@/components/progress/editorial-slip";
import { InferredSlip } from "@/components/source/inferred-slip";
import { LinkButton } from "@/components/ui/link-button";
import { daysBetween } from "@/lib/format/calendar-day";
import { formatDateRange, formatMonth } from "@/lib/format/date-words";
import { formatInstant } from "@/lib/format/shanghai-time";
import { paths } from "@/lib/paths";
import type { ComingDay } from "@/lib/progress/coming-queries";
import { newestRound, type Round } from "@/lib/progress/round-rules";
import type { DueProject } from "@/lib/progress/task-queries";
import { TaskSection } from "./task-section";

type Props = {
  id: string;
  title: string;
  projects: readonly DueProject[];
  /** Reports that are due; more than are listed here, perhaps. */
  count: number;
  coming?: readonly ComingDay[];
  /** All active rounds, the newest of which the report form begins with. */
  rounds: readonly Round[];
  today: string;
};

/** Reports that are due and days that come up, of one urgency. */
export function DueList({ id, title, projects, count, coming = [], rounds, today }: Props) {
  if (count + coming.length === 0) return null;
  const newest = newestRound(rounds)?.period;
  const dueOn = (period: string) => rounds.find((round) => round.period === period)?.dueOn ?? today;
  return (
    <TaskSection
      id={id}
      title={title}
      note={count > projects.length && `还有 ${count - projects.length} 份，填完这些再列出。`}
    >
      {projects.map((project) => (
        <DueRow
          key={`${project.code}${project.period}`}
          project={project}
          dueWords={dueWords(dueOn(project.period), today)}
          href={
            project.period === newest
              ? paths.staffReport(project.code)
              : paths.staffReportOf(project.code, project.period)
          }
        />
      ))}
      {coming.map((day) => (
        <ComingRow key={`${day.code}${day.kind === "milestone" ? day.title : ""}`} day={day} today={today} />
      ))}
    </TaskSection>
  );
}

function DueRow({ project, dueWords, href }: { project: DueProject; dueWords: string; href: string }) {
  const { code, name, period, isOwn, draftSavedAt } = project;
  return (
    <li className="task">
      <div>
        <h3>{name}</h3>
        <p>
          <span className="code">{code}</span>{" "}
          {`${formatMonth(period)}，${isOwn ? "由我负责" : "责任人未指定"}，`}
          <a href={paths.staffStatusCheck(code)}>
            核实现状<span className="vh">{`：${name}`}</span>
          </a>
        </p>
      </div>
      <div>
        {draftSavedAt ? <EditorialSlip state="draft" /> : <span className="small faint">还没开始</span>}
      </div>
      <div className="small soft">
        {dueWords}
        {draftSavedAt && (
          <span className="block">{`${formatInstant(new Date(draftSavedAt)).slice(5)} 保存`}</span>
        )}
      </div>
      <div className="act">
        <LinkButton href={href} size="sm" variant="go">
          填报
          <span className="vh">{name}</span>
        </LinkButton>
      </div>
    </li>
  );
}

function ComingRow({ day, today }: { day: ComingDay; today: string }) {
  const { code, name } = day;
  return (
    <li className="task">
      <div>
        <h3>{name}</h3>
        <p>
          <span className="code">{code}</span> {aboutDay(day)}
        </p>
      </div>
      <div className="small faint">{day.kind === "milestone" ? "节点" : "暂停复核"}</div>
      <div className="small soft">{dueWords(day.on, today)}</div>
      <div className="act">
        <LinkButton href={paths.staffReport(code)} size="sm">
          填报
          <span className="vh">{name}</span>
        </LinkButton>
      </div>
    </li>
  );
}

function aboutDay(day: ComingDay): ReactNode {
  if (day.kind === "pause") return `暂停，复核日期 ${day.on}：看能否恢复，在填报里改状况。`;
  return (
    <>
      {`${day.title}，时限 ${formatDateRange(day.due)}`}
      {day.inferredReason && (
        <>
          {" "}
          <InferredSlip reason={day.inferredReason} />
        </>
      )}
    </>
  );
}

/** 10-10 到期，剩 2 天; the year only where it is another. */
function dueWords(on: string, today: string): string {
  const left = daysBetween(today, on);
  const day = on.slice(0, 4) === today.slice(0, 4) ? on.slice(5) : on;
  if (left < 0) return `${day} 到期，过了 ${-left} 天`;
  return left === 0 ? "今天到期" : `${day} 到期，剩 ${left} 天`;
}
