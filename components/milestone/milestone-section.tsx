import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { IsoDate } from "@/lib/format/date-range";
import { type MilestoneNow, milestoneNow } from "@/lib/milestone/milestone-rules";
import type { PublicMilestone, PublicProject } from "@/lib/project/project-dto";
import { isInferred, newestRecordOn, timelineDescription } from "@/lib/project/project-timeline";
import { missingText } from "@/lib/text/missing-text";
import { passedWithoutCompletionText, passedWithoutRecordText } from "@/lib/text/site-text";
import { MilestoneTable } from "./milestone-table";
import { MilestoneTimeline } from "./milestone-timeline";

type Props = { project: PublicProject; day: IsoDate };

/** Milestones drawn and as a table. */
export function MilestoneSection({ project, day }: Props) {
  const { milestones, reportedOn } = project;
  const rows = milestones.map((milestone) => ({ milestone, now: nowOf(milestone, day, reportedOn) }));
  return (
    <Section id="milestones" title="节点">
      {milestones.some(isDated) && (
        <Timeline project={project} day={day} finding={finding(rows.map(({ now }) => now))} />
      )}
      {rows.length > 0 ? (
        <MilestoneTable rows={rows} />
      ) : (
        <EmptyState title={missingText.not_stated}>
          {project.sources.length > 0 ? "报道没有写明节点和时限。" : "登记材料没有写明节点和时限。"}
        </EmptyState>
      )}
    </Section>
  );
}

const isDated = ({ planned, revised, actual }: PublicMilestone) =>
  planned !== null || revised !== null || actual !== null;

function Timeline({ project, day, finding }: Props & { finding: string }) {
  const lastRecordOn = newestRecordOn(project);
  const dated = project.milestones.filter(isDated);
  const recordNote =
    project.tracking === "tracked" ? `最近记录 ${lastRecordOn}` : `${lastRecordOn} 以后没有记录`;
  return (
    <MilestoneTimeline
      id="timeline"
      caption={finding}
      description={timelineDescription(project.milestones, recordNote)}
      undated={project.milestones.length - dated.length}
      milestones={dated.map((milestone, index) => ({
        id: `${index}`,
        label: milestone.title,
        note: milestone.planned?.precision === "year" ? "只写到年" : milestone.note,
        inferred: isInferred(milestone),
        planned: milestone.planned,
        adjusted: milestone.revised,
        actual: milestone.actual,
      }))}
      lastRecordOn={lastRecordOn}
      today={day}
      recordNote={recordNote}
    />
  );
}

function nowOf(milestone: PublicMilestone, day: IsoDate, reportedOn: IsoDate | null): MilestoneNow {
  const { planned, revised, actual, deadlineBasis } = milestone;
  const dueOn = (revised ?? planned)?.to ?? null;
  return milestoneNow({ dueOn, basis: deadlineBasis ?? "stated", actual }, day, reportedOn);
}

/** What the drawing shows, the most pressing first. */
function finding(nows: readonly MilestoneNow[]): string {
  const count = (now: MilestoneNow) => nows.filter((each) => each === now).length;
  if (count("passed_in_silence") > 0) return passedWithoutRecordText;
  if (count("passed") > 0) return `${count("passed")} 个节点${passedWithoutCompletionText}`;
  const done = `${count("done")} 个节点已完成`;
  return count("not_due") > 0 ? `${done}，${count("not_due")} 个未到时限` : done;
}
