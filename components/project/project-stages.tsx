import { CitationChips } from "@/components/source/citation-chips";
import { InferredField } from "@/components/source/inferred-field";
import { Missing } from "@/components/source/missing";
import { Section } from "@/components/ui/section";
import { formatDateRange } from "@/lib/format/date-words";
import type { PublicProject, StageRecord } from "@/lib/project/project-dto";
import { type Stage, stages } from "@/lib/project/project-rules";
import { StageSteps } from "./stage-steps";

const startText = {
  signed: "签约",
  under_construction: "实际开工",
  operating: "实际投产",
} as const satisfies Record<Stage, string>;

/** The way from signature to operation, with the dates and what shows them. */
export function ProjectStages({ project: { stage, stageEvents } }: { project: PublicProject }) {
  const detail = (of: Stage) => {
    const event = stageEvents.findLast((candidate) => candidate.stage === of);
    return event ? <StageDetail event={event} /> : <NoStageDetail stage={of} current={stage} />;
  };
  const details = {
    signed: detail("signed"),
    under_construction: detail("under_construction"),
    operating: detail("operating"),
  };
  return (
    <Section id="stage" title="当前阶段">
      <StageSteps current={stage} details={details} />
    </Section>
  );
}

function StageDetail({ event }: { event: StageRecord }) {
  const { effective, citations, evidence, reason } = event;
  return (
    <>
      {formatDateRange(effective)} <InferredField citations={citations} fields={["stage"]} />
      <br />
      <CitationChips citations={citations} />
      {evidence && <span className="block">{`依据：${evidence}`}</span>}
      {reason && <span className="block">{`说明：${reason}`}</span>}
    </>
  );
}

function NoStageDetail({ stage, current }: { stage: Stage; current: Stage }) {
  const isSkipped = stages.indexOf(stage) < stages.indexOf(current);
  return (
    <>
      {`${startText[stage]}：`}
      {isSkipped ? <span className="missing">没有记录</span> : <Missing why="not_reported" />}
    </>
  );
}
