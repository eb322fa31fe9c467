import { addMonths, type IsoDate, wholeMonthsBetween } from "@/lib/format/calendar-day";
import type { Condition, Tracking } from "@/lib/project/project-rules";

const lapsedAfterMonths = 3;

/** The newest of each on or before the day in question; null where there is none. */
export type NewestKnowledge = {
  /** Newest published report or status check. */
  newestRecordOn: IsoDate | null;
  newestSourceOn: IsoDate | null;
};

/** 待核实: no record and only old sources; 断报: the newest record is old; old is more than 3 months. */
export function tracking(day: IsoDate, { newestRecordOn, newestSourceOn }: NewestKnowledge): Tracking {
  if (newestRecordOn !== null) {
    return isOlder(newestRecordOn, day, lapsedAfterMonths) ? "lapsed" : "tracked";
  }
  return newestSourceOn === null || isOlder(newestSourceOn, day, lapsedAfterMonths)
    ? "unverified"
    : "tracked";
}

/** The same of a project: nobody owes reports on one that was terminated, so it is none of the three (null). */
export function projectTracking(
  day: IsoDate,
  { condition, ...newest }: NewestKnowledge & { condition: Condition | null },
): Tracking | null {
  return condition === "terminated" ? null : tracking(day, newest);
}

/** Whole months since the newest record (已 N 个月未填报); null when there never was one. */
export function monthsSilent(day: IsoDate, newestRecordOn: IsoDate | null): number | null {
  return newestRecordOn === null ? null : wholeMonthsBetween(newestRecordOn, day);
}

/** The oldest day whose knowledge still counts on `day`: for queries that count 待核实 as `tracking` does. */
export function oldestFreshDay(day: IsoDate): IsoDate {
  return addMonths(day, -lapsedAfterMonths);
}

function isOlder(newestOn: IsoDate, day: IsoDate, months: number): boolean {
  return newestOn < addMonths(day, -months);
}
