import { addMonths, type IsoDate, partsOf } from "@/lib/format/calendar-day";

const dueDay = 10;
const openMonths = 12;

/** A monthly round (月调度): the month that is reported on, and the last day to report on it. */
export type Round = { period: IsoDate; dueOn: IsoDate };

/** The round that is open on a day: until the 10th of a month it is about the month before. */
export function currentRound(day: IsoDate): Round {
  const month = firstOfMonth(day);
  return roundOf(partsOf(day).day <= dueDay ? addMonths(month, -1) : month);
}

/** The round of a month, given by its first day. */
function roundOf(period: IsoDate): Round {
  return { period, dueOn: `${addMonths(period, 1).slice(0, 8)}${dueDay}` };
}

/** The months one may report on, newest first: this one and those of the year before. */
export function openPeriods(day: IsoDate): IsoDate[] {
  const month = firstOfMonth(day);
  return Array.from({ length: openMonths + 1 }, (_, months) => addMonths(month, -months));
}

/** The first day of the month that the day is in. */
export function firstOfMonth(day: IsoDate): IsoDate {
  return `${day.slice(0, 8)}01`;
}
