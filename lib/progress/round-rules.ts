import { addMonths, type IsoDate, partsOf } from "@/lib/format/calendar-day";

const dueDay = 10;
const monthsBack = 12;

/** A monthly round (月调度): the month that is reported on, and the last day to report on it. */
export type Round = { period: IsoDate; dueOn: IsoDate };

/** The round that is open on a day: until the 10th of a month it is about the month before. */
export function currentRound(day: IsoDate): Round {
  const month = firstOfMonth(day);
  return roundOf(partsOf(day).day <= dueDay ? addMonths(month, -1) : month);
}

/** What a reviewer set for a month. */
export type StoredRound = Round & {
  /** What the reviewer tells everybody who reports; null: nothing. */
  note: string | null;
  /** Null: open. */
  closedOn: IsoDate | null;
  closeReason: string | null;
};

/**
 * The rounds in which reports are due on a day, the earliest deadline first: each that a reviewer opened and did not
 * close, and the month's own where no reviewer decided otherwise.
 */
export function activeRounds(day: IsoDate, stored: readonly StoredRound[]): Round[] {
  const oldest = oldestPeriod(day);
  const open = stored.filter(
    ({ period, closedOn }) => closedOn === null && period >= oldest && period <= firstOfMonth(day),
  );
  const own = currentRound(day);
  const isDecided = stored.some(({ period }) => period === own.period);
  return [...open.map(({ period, dueOn }) => ({ period, dueOn })), ...(isDecided ? [] : [own])].toSorted(
    (one, other) => one.dueOn.localeCompare(other.dueOn) || one.period.localeCompare(other.period),
  );
}

/** The round of the newest month; null: there is none. */
export function newestRound(rounds: readonly Round[]): Round | null {
  return rounds.toSorted((one, other) => one.period.localeCompare(other.period)).at(-1) ?? null;
}

/** The months one may report on, newest first: none whose round is closed. */
export function openMonths(day: IsoDate, stored: readonly StoredRound[]): IsoDate[] {
  const closed = stored.filter(({ closedOn }) => closedOn !== null).map(({ period }) => period);
  return openPeriods(day).filter((period) => !closed.includes(period));
}

/** The round of a month by the rule that holds where no reviewer set another: due on the 10th of the next. */
export function roundOf(period: IsoDate): Round {
  return { period, dueOn: `${addMonths(period, 1).slice(0, 8)}${dueDay}` };
}

/** The months one may report on, newest first: this one and those of the year before. */
export function openPeriods(day: IsoDate): IsoDate[] {
  const month = firstOfMonth(day);
  return Array.from({ length: monthsBack + 1 }, (_, months) => addMonths(month, -months));
}

/** The oldest month one may still report on. */
export function oldestPeriod(day: IsoDate): IsoDate {
  return addMonths(firstOfMonth(day), -monthsBack);
}

/** The first day of the month that the day is in. */
export function firstOfMonth(day: IsoDate): IsoDate {
  return `${day.slice(0, 8)}01`;
}
