import { EditorialSlip } from "@/components/progress/editorial-slip";
import { LinkButton } from "@/components/ui/link-button";
import { formatMonth } from "@/lib/format/date-words";
import { formatInstant } from "@/lib/format/shanghai-time";
import { paths } from "@/lib/paths";
import type { InheritedTask, Task, UnassignedProject } from "@/lib/progress/task-queries";
import type { EditorialState } from "@/lib/project/editorial-rules";
import { registerStepText } from "@/lib/text/register-text";
import { TaskSection } from "./task-section";

type Props = { id: string; title: string; tasks: readonly Task[]; state: EditorialState };

/** Tasks of one editorial state. */
export function TaskList({ id, title, tasks, state }: Props) {
  if (tasks.length === 0) return null;
  return (
    <TaskSection id={id} title={title}>
      {tasks.map((task) => (
        <li key={`${task.kind}${task.id}`} className="task">
          <div>
            <h3>{task.name}</h3>
            <p>
              {!isUnit(task) && <span className="code">{task.code}</span>} {taskAbout(task)}
              {task.reason && <span className="soft block">{`退回原因：${task.reason}`}</span>}
            </p>
          </div>
          <div>
            <EditorialSlip state={state} />
          </div>
          <div className="small soft">{formatInstant(new Date(task.at))}</div>
          <div className="act">
            {state === "returned" && (
              <LinkButton href={mendHref(task)} size="sm" variant="go">
                修改
                <span className="vh">{task.name}</span>
              </LinkButton>
            )}
            {state === "published" && task.kind === "report" && task.code !== null && (
              <LinkButton href={paths.staffReport(task.code, task.id)} size="sm">
                更正
                <span className="vh">{`${task.name}，${taskAbout(task)}`}</span>
              </LinkButton>
            )}
            {state === "published" && (
              <LinkButton href={publishedHref(task)} size="sm">
                查看
                <span className="vh">{task.name}</span>
              </LinkButton>
            )}
          </div>
        </li>
      ))}
    </TaskSection>
  );
}

/** What was returned to somebody who can no longer mend it. */
export function InheritedList({ tasks }: { tasks: readonly InheritedTask[] }) {
  if (tasks.length === 0) return null;
  return (
    <TaskSection
      id="inherited"
      title="接手的退回件"
      note="原填报人不再办理，由你修改后重新提交，从那时起算你填的。"
    >
      {tasks.map((task) => (
        <li key={`${task.kind}${task.id}`} className="task">
          <div>
            <h3>
              {task.change || task.code === null ? (
                task.name
              ) : (
                <a href={paths.staffProject(task.code)}>{task.name}</a>
              )}
            </h3>
            <p>
              {!isUnit(task) && <span className="code">{task.code}</span>}{" "}
              {`${taskAbout(task)}，${task.author}填报`}
              {task.reason && <span className="soft block">{`退回原因：${task.reason}`}</span>}
            </p>
          </div>
          <div>
            <EditorialSlip state="returned" />
          </div>
          <div className="small soft">{formatInstant(new Date(task.at))}</div>
          <div className="act">
            <LinkButton href={mendHref(task)} size="sm" variant="go">
              修改
              <span className="vh">{task.name}</span>
            </LinkButton>
          </div>
        </li>
      ))}
    </TaskSection>
  );
}

type UnassignedProps = { projects: readonly UnassignedProject[]; count: number };

/** Projects for which nobody is responsible, for whoever may change that. */
export function UnassignedList({ projects, count }: UnassignedProps) {
  if (count === 0) return null;
  return (
    <TaskSection
      id="unassigned"
      title="未指定责任单位"
      note={count > projects.length && `还有 ${count - projects.length} 个项目，指定这些后再列出。`}
    >
      {projects.map(({ code, name, reportedOn }) => (
        <li key={code} className="task">
          <div>
            <h3>
              <a href={paths.staffProject(code)}>{name}</a>
            </h3>
            <p>
              <span className="code">{code}</span>{" "}
              <a href={paths.staffStatusCheck(code)}>
                核实现状<span className="vh">{`：${name}`}</span>
              </a>
            </p>
          </div>
          <div className="small soft">责任单位未指定</div>
          <div className="small soft">{reportedOn ? `${reportedOn} 有记录` : "尚未填报"}</div>
          <div className="act">
            <LinkButton href={paths.staffAssign(code)} size="sm" variant="go">
              指定
              <span className="vh">{`${name}的责任单位`}</span>
            </LinkButton>
          </div>
        </li>
      ))}
    </TaskSection>
  );
}

/** Organizations and places have no code that people speak of. */
function isUnit({ change, code }: Task): boolean {
  return code === null || change?.subject === "organization" || change?.subject === "place";
}

function taskAbout({ change, period, correctsId }: Task): string {
  if (change) return registerStepText(change);
  if (!period) return "现状核实";
  return correctsId === null ? formatMonth(period) : `${formatMonth(period)}的更正`;
}

function mendHref({ kind, id, code, change, correctsId }: Task): string {
  if (change) return paths.staffRegisterItem(change.subject, change.kind === "creation" ? id : (code ?? id));
  return kind === "report" ? paths.staffReport(code ?? "", correctsId) : paths.staffStatusCheck(code ?? "");
}

function publishedHref({ id, code, change }: Task): string {
  return change || code === null ? paths.staffRegisterDone(id) : paths.project(code);
}
