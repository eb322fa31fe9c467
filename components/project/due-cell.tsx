import { InferredDagger } from "@/components/source/inferred-slip";
import { Missing } from "@/components/source/missing";
import type { IsoDate } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";
import type { ProjectItem } from "@/lib/project/project-dto";

type Props = { item: Pick<ProjectItem, "due" | "stage" | "milestones">; day: IsoDate };

/** The next deadline and whether it has passed, in ink: the register knows only that nothing was recorded. */
export function DueCell({ item: { due, stage, milestones }, day }: Props) {
  if (!due) {
    const nothingIsOpen = stage === "operating" || milestones.done > 0;
    return nothingIsOpen ? <span className="faint">不适用</span> : <Missing why="not_stated" />;
  }
  return (
    <>
      <span className="nowrap">
        {formatDateRange(due.range)}
        {due.basis === "inferred" && <InferredDagger />}
      </span>
      {due.range.to < day && (
        <>
          {" "}
          <span className="past">已过</span>
        </>
      )}
    </>
  );
}
