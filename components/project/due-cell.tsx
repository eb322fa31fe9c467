import { Missing } from "@/components/source/missing";
import type { IsoDate } from "@/lib/format/date-range";
import type { ProjectItem } from "@/lib/project/project-dto";
import { DueDate } from "./due-date";

type Props = { item: Pick<ProjectItem, "due" | "stage" | "milestones">; day: IsoDate };

/** The next deadline of a project, or why there is none. */
export function DueCell({ item: { due, stage, milestones }, day }: Props) {
  if (due) return <DueDate {...due} isPast={due.range.to < day} />;
  const nothingIsOpen = stage === "operating" || milestones.done > 0;
  return <Missing why={nothingIsOpen ? "not_applicable" : "not_stated"} />;
}
