import { addDays, daysInMonth, type IsoDate, isoDate } from "@/lib/format/calendar-day";
import {
  type DateRange,
  notAfter,
  ofDay,
  ofDays,
  ofHalfYear,
  ofMonth,
  ofYear,
} from "@/lib/format/date-range";
import { asciiOf } from "@/lib/format/lenient-input";
import type { Parsed } from "@/lib/refusal";

const year = "((?:19|20|21)\\d{2})";
const dayForm = new RegExp(`^${year}[年/.-](\\d{1,2})[月/.-](\\d{1,2})[日号]?$`);
const packedDayForm = new RegExp(`^${year}(\\d{2})(\\d{2})$`);
const monthForm = new RegExp(`^${year}[年/.-](\\d{1,2})月?份?$`);
const halfYearForm = new RegExp(`^${year}年?([上下])半年$`);
const yearForm = new RegExp(`^${year}年?$`);
const notAfterForm = /^不晚于(.+)$/;
const daysForm = /^(.+?)[至到~](.+)$/;
const endOfDaysForm = /^(?:(\d{1,2})[月/.-])?(\d{1,2})[日号]?$/;

// As the database has it: what is longer is a month, a half-year or a year.
const mostDaysApart = 31;
const tooFarApart = "起止日期相隔超过一个月。请写成月份、半年或年份，例如 2026 年上半年。";
const unreadable = "看不懂这个日期。请写成 2026-03-01、2026-03、2026 年下半年或 2026 年。";
const notADay = "看不懂这个日期。请写到日，例如 2026-03-01。";

/** Reads one day: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301. */
export function parseDay(raw: string): Parsed<IsoDate> {
  const text = asciiOf(raw);
  const match = dayForm.exec(text) ?? packedDayForm.exec(text);
  if (match === null) return { refusal: notADay };
  return realDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Reads a date of any precision, and everything that formatDateRange writes. */
export function parseDateRange(raw: string): Parsed<DateRange> {
  const text = asciiOf(raw);
  const match = (form: RegExp) => form.exec(text);

  const [, half, halfName] = match(halfYearForm) ?? [];
  if (half) return { value: ofHalfYear(Number(half), halfName === "上" ? 1 : 2) };
  const [, wholeYear] = match(yearForm) ?? [];
  if (wholeYear) return { value: ofYear(Number(wholeYear)) };
  const [, yearOfMonth, month] = match(monthForm) ?? [];
  if (yearOfMonth) return wholeMonth(Number(yearOfMonth), Number(month));
  const [, bound] = match(notAfterForm) ?? [];
  if (bound) return mapped(parseDay(bound), notAfter);
  const [, first, last] = match(daysForm) ?? [];
  if (first && last) return parseDays(first, last);
  if (dayForm.test(text) || packedDayForm.test(text)) return mapped(parseDay(text), ofDay);
  return { refusal: unreadable };
}

function parseDays(first: string, last: string): Parsed<DateRange> {
  const from = parseDay(first);
  if ("refusal" in from) return from;
  const to = parseEndOfDays(from.value, last);
  if ("refusal" in to) return to;
  if (to.value < from.value) return { refusal: "起始日晚于截止日，请对调。" };
  if (to.value > addDays(from.value, mostDaysApart)) return { refusal: tooFarApart };
  return { value: ofDays(from.value, to.value) };
}

/** The end may leave out what it shares with the start: 2015-08-06 至 08-07, 2015年8月6日至7日. */
function parseEndOfDays(from: IsoDate, last: string): Parsed<IsoDate> {
  const short = endOfDaysForm.exec(last);
  if (short === null) return parseDay(last);
  return realDay(Number(from.slice(0, 4)), Number(short[1] ?? from.slice(5, 7)), Number(short[2]));
}

function wholeMonth(inYear: number, month: number): Parsed<DateRange> {
  return isMonth(month) ? { value: ofMonth(inYear, month) } : { refusal: noSuchMonth(month) };
}

function realDay(inYear: number, month: number, day: number): Parsed<IsoDate> {
  if (!isMonth(month)) return { refusal: noSuchMonth(month) };
  const days = daysInMonth(inYear, month);
  if (day >= 1 && day <= days) return { value: isoDate(inYear, month, day) };
  return { refusal: `${inYear} 年 ${month} 月没有 ${day} 日，这个月有 ${days} 天。请核对日期。` };
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

function noSuchMonth(month: number): string {
  return `没有 ${month} 月，月份是 1 到 12。请核对日期。`;
}

function mapped<From, To>(parsed: Parsed<From>, map: (value: From) => To): Parsed<To> {
  return "refusal" in parsed ? parsed : { value: map(parsed.value) };
}
