import { formatDateRange } from "@/lib/format/date-words";
import { rowField } from "@/lib/format/form-rows";
import type { MilestoneContent } from "@/lib/milestone/milestone-register-schema";
import { isSameRange, rowSetRefusals } from "@/lib/project/register-row-rules";
import type { Refusal } from "@/lib/refusal";

/** Whether a change moves the deadline, or gives the first one. */
export function isMoved(before: MilestoneContent, after: MilestoneContent): boolean {
  return !isSameRange(before.planned, after.planned);
}

/** Why these milestones may not be registered; the deadline in force moves only with a reason and never goes away. */
export function milestoneRefusals(
  rows: readonly MilestoneContent[],
  before: readonly MilestoneContent[],
): Refusal[] {
  return [
    ...rowSetRefusals(rows, before, {
      group: "milestone",
      noun: "节点",
      nameOf: ({ title }) => title,
      namePart: "title",
    }),
    ...rows.flatMap((row, index) => {
      const known = before.find(({ ordinal }) => ordinal !== null && ordinal === row.ordinal);
      return deadlineRefusals(row, known ?? null, index);
    }),
  ];
}

function deadlineRefusals(row: MilestoneContent, known: MilestoneContent | null, index: number): Refusal[] {
  const field = (part: string) => rowField("milestone", index, part);
  const was = known?.planned ?? null;
  if (was !== null && row.planned === null) {
    return [{ field: field("planned"), message: "时限可以改，不能删。要推迟，请填新的时限和原因。" }];
  }
  if (known !== null && was !== null && row.planned !== null && isMoved(known, row)) {
    const words = `时限由 ${formatDateRange(was)} 改为 ${formatDateRange(row.planned)}，请写明原因。`;
    return row.reason === null ? [{ field: field("reason"), message: words }] : [];
  }
  return row.reason === null
    ? []
    : [{ field: field("reason"), message: "时限没有改，不用写原因。要改时限，请改时限那一格。" }];
}
