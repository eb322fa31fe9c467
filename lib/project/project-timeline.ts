import type { IsoDate } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";
import { inferredReason } from "@/lib/source/citation-rules";
import { missingText } from "@/lib/text/missing-text";
import type { PublicMilestone, PublicProject } from "./project-dto";

/** Newest day on which anything was known of a project. */
export function newestRecordOn({
  sourcedOn,
  reportedOn,
}: Pick<PublicProject, "sourcedOn" | "reportedOn">): IsoDate {
  return reportedOn !== null && reportedOn > sourcedOn ? reportedOn : sourcedOn;
}

/** Whether a milestone itself, or the period it was planned for, is our reading. */
export function isInferred({ citations }: PublicMilestone): boolean {
  return ["title", "planned"].some((field) => inferredReason(citations, field) !== null);
}

/** The whole timeline in words, for those who cannot see it. */
export function timelineDescription(milestones: readonly PublicMilestone[], recordNote: string): string {
  return `节点时间轴：${[...milestones.map(milestoneWords), recordNote].join("；")}。`;
}

function milestoneWords(milestone: PublicMilestone): string {
  const { title, planned, revised, actual, note } = milestone;
  return [
    title,
    planned ? formatDateRange(planned) : missingText.not_stated,
    revised && `调整为 ${formatDateRange(revised)}`,
    actual && `实际 ${formatDateRange(actual)}`,
    note,
    isInferred(milestone) && "推断",
  ]
    .filter(Boolean)
    .join("，");
}
