import { ConditionTag } from "@/components/project/condition-tag";
import { StageTag } from "@/components/project/stage-tag";
import { Missing } from "@/components/source/missing";
import { KeyValues } from "@/components/ui/key-values";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { formatDateRange } from "@/lib/format/date-words";
import type { CheckFormDto } from "@/lib/status-check/status-check-queries";

/** Beside the form of a status check: what the record says so far. */
export function ProjectOnRecord({ form: { project, milestones } }: { form: CheckFormDto }) {
  const items = [
    {
      term: "当前阶段",
      value: (
        <>
          <StageTag stage={project.stage} />
          {project.stageOn && ` ${formatDateRange(project.stageOn)}`}
        </>
      ),
    },
    { term: "状况", value: <ConditionTag condition={project.condition} /> },
    ...milestones.map(({ title, due, isPast }) => ({
      term: title,
      value: due ? (
        <>
          {formatDateRange(due)} {isPast && <span className="past">已过</span>}
        </>
      ) : (
        <Missing why="not_stated" />
      ),
    })),
    { term: "责任单位", value: project.unit ?? <Missing why="unassigned" /> },
    { term: "最近填报", value: project.reportedOn ?? <Missing why="not_reported" /> },
  ];
  return (
    <aside className="stack sticky" aria-label="已有记录">
      <Panel id="record" title="已有记录">
        <KeyValues items={items} width="wide" />
      </Panel>
      <Note>审核通过后，公众看到结果、日期和依据名称。查不清就选“暂未查清”，不要猜。</Note>
    </aside>
  );
}
