import { addDays, type IsoDate } from "@/lib/format/calendar-day";
import type { Round } from "@/lib/progress/round-rules";

const soonDays = 7;

/** How pressing a day is: passed or today, within a week, or later. */
export type Urgency = "now" | "soon" | "later";

export function urgencyOf(on: IsoDate, today: IsoDate): Urgency {
  if (on <= today) return "now";
  return on <= addDays(today, soonDays) ? "soon" : "later";
}

/** The rounds of each urgency, and how many reports are due in them. */
export function dueByUrgency(
  rounds: readonly Round[],
  counts: Readonly<Record<IsoDate, number>>,
  today: IsoDate,
): Record<Urgency, { periods: IsoDate[]; count: number }> {
  const of = (urgency: Urgency) => {
    const periods = rounds
      .filter(({ dueOn }) => urgencyOf(dueOn, today) === urgency)
      .map(({ period }) => period);
    return { periods, count: periods.reduce((sum, period) => sum + (counts[period] ?? 0), 0) };
  };
  return { now: of("now"), soon: of("soon"), later: of("later") };
}
