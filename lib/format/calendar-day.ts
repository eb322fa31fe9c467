/** A day of the calendar as text, "2015-08-10". It has no time and no zone, and it sorts as text. */
export type IsoDate = string;

const dayMs = 86_400_000;

/** "2015-08-10" from 2015, 8, 10. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the text is "YYYY-MM-DD" and the calendar has that day: 2026-02-30 is no day. */
export function isRealDay(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Year, month (1–12) and day of month. */
export function partsOf(day: IsoDate): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** The day that many days later; negative goes back. */
export function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(epochMs(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day: one month after 01-31 is 02-28 or 02-29. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const parts = partsOf(day);
  const index = parts.year * 12 + parts.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return isoDate(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** Days from one day to another; negative when `to` is the earlier one. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (epochMs(to) - epochMs(from)) / dayMs;
}

/** Whole months that have passed from one day to a later one; 0 when `to` is not later. */
export function wholeMonthsBetween(from: IsoDate, to: IsoDate): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return Math.max(0, addMonths(from, months) <= to ? months : months - 1);
}

function epochMs(day: IsoDate): number {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return Date.UTC(year, month - 1, dayOfMonth);
}
