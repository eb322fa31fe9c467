import { type IsoDate, partsOf, wholeMonthsBetween } from "@/lib/format/calendar-day";
import type { DatePrecision, DateRange } from "@/lib/format/date-range";

/** A date in words, no more exact than it is known: 2015-08-06 至 08-07, 2016-08, 2015 年下半年, 2014 年. */
export function formatDateRange(range: DateRange): string {
  return words[range.precision](range);
}

const words = {
  day: ({ to }) => to,
  days: ({ from, to }) => `${from} 至 ${from?.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`,
  month: ({ to }) => to.slice(0, 7),
  half_year: ({ to }) => `${partsOf(to).year} 年${partsOf(to).month <= 6 ? "上" : "下"}半年`,
  year: ({ to }) => `${partsOf(to).year} 年`,
  not_after: ({ to }) => `不晚于 ${to}`,
} satisfies Record<DatePrecision, (range: DateRange) => string>;

/** "2015 年 9 月" for any day of that month, or for "2015-09". */
export function formatMonth(day: IsoDate): string {
  const { year, month } = partsOf(day);
  return `${year} 年 ${month} 月`;
}

/** Whole years and months from one day to a later one: 11 年 3 个月, 3 个月, 不到 1 个月. */
export function formatElapsed(from: IsoDate, to: IsoDate): string {
  if (to < from) throw new RangeError(`${to} is before ${from}`);
  const total = wholeMonthsBetween(from, to);
  const [years, months] = [Math.floor(total / 12), total % 12];
  if (total === 0) return "不到 1 个月";
  return [years > 0 && `${years} 年`, months > 0 && `${months} 个月`].filter(Boolean).join(" ");
}
