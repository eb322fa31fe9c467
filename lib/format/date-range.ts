import { daysInMonth, type IsoDate, isoDate, isRealDay, partsOf } from "@/lib/format/calendar-day";

export type { IsoDate } from "@/lib/format/calendar-day";

export const precisions = ["day", "days", "month", "half_year", "year", "not_after"] as const;
export type DatePrecision = (typeof precisions)[number];

/** When something happened or is due, as exactly as it is known. `from` is null only for not_after. */
export type DateRange = { from: IsoDate | null; to: IsoDate; precision: DatePrecision };

export function ofDay(day: IsoDate): DateRange {
  return { from: day, to: day, precision: "day" };
}

/** An unknown day, or all days, from one day to another. */
export function ofDays(from: IsoDate, to: IsoDate): DateRange {
  return from === to ? ofDay(from) : { from, to, precision: "days" };
}

export function ofMonth(year: number, month: number): DateRange {
  const lastDay = daysInMonth(year, month);
  return { from: isoDate(year, month, 1), to: isoDate(year, month, lastDay), precision: "month" };
}

/** 1 is 上半年, January to June; 2 is 下半年, July to December. */
export function ofHalfYear(year: number, half: 1 | 2): DateRange {
  const [first, last] = half === 1 ? ["01-01", "06-30"] : ["07-01", "12-31"];
  return { from: `${year}-${first}`, to: `${year}-${last}`, precision: "half_year" };
}

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

/** The last day on which it is still in time. */
export function deadline(range: DateRange): IsoDate {
  return range.to;
}

/** Whether no pair of days in the two ranges has `earlier` on or before `later`. */
export function isImpossibleOrder(earlier: DateRange, later: DateRange): boolean {
  return earlier.from !== null && later.to < earlier.from;
}

/** Why the three parts do not make a range, for people; null when they do. */
export function dateRangeFault(range: DateRange): string | null {
  if (!isRealDay(range.to) || (range.from !== null && !isRealDay(range.from))) {
    return "日期要写成 2015-08-10 这样，而且日历上要有这一天。";
  }
  if ((range.from === null) !== (range.precision === "not_after")) {
    return "只有“不晚于”的日期没有起始日。";
  }
  if (range.from !== null && range.to < range.from) return "起始日不能晚于截止日，请对调。";
  const expected = widest[range.precision](range);
  const isWhole = expected.from === range.from && expected.to === range.to;
  return isWhole ? null : "起止日与精度不符，请重新选择日期。";
}

const widest = {
  day: ({ to }) => ofDay(to),
  days: (range) => range,
  month: ({ to }) => ofMonth(partsOf(to).year, partsOf(to).month),
  half_year: ({ to }) => ofHalfYear(partsOf(to).year, partsOf(to).month <= 6 ? 1 : 2),
  year: ({ to }) => ofYear(partsOf(to).year),
  not_after: ({ to }) => notAfter(to),
} satisfies Record<DatePrecision, (range: DateRange) => DateRange>;
