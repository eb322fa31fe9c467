import { daysInMonth, type IsoDate, isoDate } from "@/lib/format/calendar-day";

export type { IsoDate } from "@/lib/format/calendar-day";

export const precisions = ["day", "days", "month", "half_year", "year", "not_after"] as const;
export type DatePrecision = (typeof precisions)[number];

/** When something happened or is due, as exactly as it is known. `from` is null only for not_after. */
export type DateRange = { from: IsoDate | null; to: IsoDate; precision: DatePrecision };

/** A day that is known exactly. */
export function ofDay(day: IsoDate): DateRange {
  return { from: day, to: day, precision: "day" };
}

/** An unknown day, or all days, from one day to another. */
export function ofDays(from: IsoDate, to: IsoDate): DateRange {
  return from === to ? ofDay(from) : { from, to, precision: "days" };
}

/** Some day of a month (1–12). */
export function ofMonth(year: number, month: number): DateRange {
  const lastDay = daysInMonth(year, month);
  return { from: isoDate(year, month, 1), to: isoDate(year, month, lastDay), precision: "month" };
}

/** 1 is 上半年, January to June; 2 is 下半年, July to December. */
export function ofHalfYear(year: number, half: 1 | 2): DateRange {
  const [first, last] = half === 1 ? ["01-01", "06-30"] : ["07-01", "12-31"];
  return { from: `${year}-${first}`, to: `${year}-${last}`, precision: "half_year" };
}

/** Some day of a year. */
export function ofYear(year: number): DateRange {
  return { from: `${year}-01-01`, to: `${year}-12-31`, precision: "year" };
}

/** Only an upper bound is known: it happened on that day or earlier. */
export function notAfter(day: IsoDate): DateRange {
  return { from: null, to: day, precision: "not_after" };
}

/** Whether it has certainly happened by the end of that day. */
export function happenedBy(range: DateRange, day: IsoDate): boolean {
  return range.to <= day;
}

/** Whether no pair of days in the two ranges has `earlier` on or before `later`. */
export function isImpossibleOrder(earlier: DateRange, later: DateRange): boolean {
  return earlier.from !== null && later.to < earlier.from;
}
