import { daysBetween, type IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, deadline, happenedBy } from "@/lib/format/date-range";
import type { Refusal } from "@/lib/refusal";

export const lights = ["green", "yellow", "red", "grey"] as const;
/** The colours of 红黄绿灯; light-rules says which one and why. */
export type Light = (typeof lights)[number];

export const deadlineBases = ["stated", "confirmed", "inferred"] as const;
/** Who says that it is due then: the source, the responsible unit, or only our reading (推断). */
export type DeadlineBasis = (typeof deadlineBases)[number];

/** The original plan, kept for ever, and each later change in order; null is a date that was taken away. */
export type Plan = { original: DateRange | null; revisions: readonly (DateRange | null)[] };

/** The last day in time. A plan whose date was taken away is held to the last date it had; null: never had one. */
export function dueOn({ original, revisions }: Plan): IsoDate | null {
  const current = revisions.findLast((revision) => revision !== null) ?? original;
  return current === null ? null : deadline(current);
}

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

export type Replan = { to: DateRange | null; reason: string | null };

/** Why a deadline may not be changed so; empty when it may. Nobody takes a deadline away, they move it. */
export function replanRefusals({ to, reason }: Replan): Refusal<"to" | "reason">[] {
  const noDate = { field: "to", message: "时限不能删除，请填调整后的时限。原时限会保留。" } as const;
  const noReason = { field: "reason", message: "请写明调整时限的原因。" } as const;
  return [...(to === null ? [noDate] : []), ...(reason ? [] : [noReason])];
}

/** What the public reads beside a deadline; it says nothing of blame. */
export const milestoneNows = ["done", "passed_in_silence", "passed", "not_due", "no_deadline"] as const;
export type MilestoneNow = (typeof milestoneNows)[number];

export const milestoneNowWords = {
  done: "已完成",
  passed_in_silence: "时限已过、没有后续记录",
  passed: "时限已过、未报完成",
  not_due: "未到时限",
  no_deadline: "来源未载明时限",
} as const satisfies Record<MilestoneNow, string>;

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
