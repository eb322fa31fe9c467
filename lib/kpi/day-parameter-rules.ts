import type { IsoDate } from "@/lib/format/calendar-day";
import { parseDay } from "@/lib/format/lenient-date";

export type AskedDay = {
  day: IsoDate;
  /** Why the day asked for was not used; null when it was, or when none was asked for. */
  notice: string | null;
};

/** The day of `?asOf=`; today when there is none, or none that can be answered. */
export function askedDay(parameter: string | string[] | undefined, today: IsoDate): AskedDay {
  const text = (Array.isArray(parameter) ? parameter[0] : parameter)?.trim() ?? "";
  if (text === "") return { day: today, notice: null };
  const parsed = parseDay(text);
  if ("refusal" in parsed) return { day: today, notice: `${parsed.refusal}下面是今天（${today}）的情况。` };
  if (parsed.value > today) {
    return { day: today, notice: `统计日不能晚于今天。下面是今天（${today}）的情况。` };
  }
  return { day: parsed.value, notice: null };
}
