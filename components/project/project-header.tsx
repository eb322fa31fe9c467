import { PrintButton } from "@/components/layout/print-button";
import { RecordAndDay } from "@/components/layout/record-and-day";
import type { IsoDate } from "@/lib/format/date-range";
import type { PublicProject } from "@/lib/project/project-dto";
import { projectSentence } from "@/lib/project/project-sentence";
import { ConditionTag } from "./condition-tag";
import { StageTag } from "./stage-tag";
import { TrackingTag } from "./tracking-tag";

/** Name, one sentence, and the axes of a project. */
export function ProjectHeader({ project, day }: { project: PublicProject; day: IsoDate }) {
  return (
    <header className="stack mt-2">
      <div>
        <span className="code">{project.code}</span>
        <h1 className="title">{project.name}</h1>
      </div>
      <p className="lead">{projectSentence(project)}</p>
      <div className="row between">
        <div className="row gap-wide">
          <StageTag stage={project.stage} />
          <ConditionTag condition={project.condition} />
          {project.tracking && <TrackingTag tracking={project.tracking} />}
          <span className="small faint">
            <RecordAndDay sourcedOn={project.sourcedOn} reportedOn={project.reportedOn} day={day} />
          </span>
        </div>
        <PrintButton />
      </div>
    </header>
  );
}
