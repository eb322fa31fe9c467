import { addMonths, type IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { firstOfMonth, openPeriods } from "@/lib/progress/round-rules";
import type { Refusal } from "@/lib/refusal";

/** The months for which a round may be opened, newest first: those one may report on, and the next. */
export function openableMonths(today: IsoDate): IsoDate[] {
  return [addMonths(firstOfMonth(today), 1), ...openPeriods(today)];
}

/** Why a round of this month may not be opened with this deadline. */
export function openingRefusals(
  { period, dueOn }: { period: IsoDate; dueOn: IsoDate },
  today: IsoDate,
): Refusal<"period" | "dueOn">[] {
  const months = openableMonths(today);
  if (!months.includes(period)) {
    const [newest = today] = months;
    const oldest = months.at(-1) ?? today;
    return [{ field: "period", message: `月份只能选 ${formatMonth(oldest)}到 ${formatMonth(newest)}。` }];
  }
  return deadlineRefusals({ period, dueOn }, today);
}

/** Why a deadline may not be set. */
export function deadlineRefusals(
  { period, dueOn }: { period: IsoDate; dueOn: IsoDate },
  today: IsoDate,
): Refusal<"dueOn">[] {
  if (dueOn < today) return [{ field: "dueOn", message: `截止日不能早于今天（${today}）。` }];
  if (dueOn < period)
    return [{ field: "dueOn", message: `截止日要在 ${period} 或以后，填报的月份还没开始。` }];
  if (dueOn > addMonths(period, 12))
    return [{ field: "dueOn", message: "截止日离填报月份超过一年，请核对。" }];
  return [];
}
