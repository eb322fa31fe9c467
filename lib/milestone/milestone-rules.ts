import { daysBetween, type IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, happenedBy } from "@/lib/format/date-range";

/** Whether a source or the responsible unit says that it is due then, or only our reading (推断). */
type DeadlineBasis = "stated" | "inferred";

export type DatedMilestone = { dueOn: IsoDate | null; basis: DeadlineBasis; actual: DateRange | null };

/** Whether it was completed by the end of that day. */
export function isDone({ actual }: Pick<DatedMilestone, "actual">, day: IsoDate): boolean {
  return actual !== null && happenedBy(actual, day);
}

/** Whether it is open on a day after its deadline. */
export function isOverdue(milestone: DatedMilestone, day: IsoDate): boolean {
  return milestone.dueOn !== null && milestone.dueOn < day && !isDone(milestone, day);
}

/** Days late on a day, or at its completion if that came first, ≥ 0; null when there is no dated plan. */
export function overdueDays(milestone: DatedMilestone, day: IsoDate): number | null {
  if (milestone.dueOn === null) return null;
  const until = milestone.actual !== null && isDone(milestone, day) ? milestone.actual.to : day;
  return Math.max(0, daysBetween(milestone.dueOn, until));
}

/** Where a milestone stands for the public, which judges no lateness. */
export type MilestoneNow = "done" | "passed_in_silence" | "passed" | "not_due" | "no_deadline";

/** Where a milestone stands on a day. The newest record is the project's newest report or status check. */
export function milestoneNow(
  milestone: DatedMilestone,
  day: IsoDate,
  newestRecordOn: IsoDate | null,
): MilestoneNow {
  if (isDone(milestone, day)) return "done";
  if (milestone.dueOn === null) return "no_deadline";
  if (!isOverdue(milestone, day)) return "not_due";
  return newestRecordOn !== null && newestRecordOn > milestone.dueOn ? "passed" : "passed_in_silence";
}
