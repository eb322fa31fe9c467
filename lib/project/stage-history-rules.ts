import type { IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, happenedBy } from "@/lib/format/date-range";
import { type Stage, stages } from "@/lib/project/project-rules";

/** A row of the append-only history. Never edited: a correction retracts it and adds another. */
export type StageEvent = {
  stage: Stage;
  effective: DateRange;
  recordedAt: Date;
  /** Null: not retracted. */
  retractedAt: Date | null;
};

/** The stage on `day` as it was known at `knownAt`; null when nothing had happened by then.
 *  `stageEventCounts` says the same in SQL, and a test holds them together.
 *
 *  The furthest stage wins, not the latest end of a range: stages only go forward, and 签约 不晚于 2015-08-10
 *  may well lie before 开工 2015 年上半年. */
export function stageAsOf(events: readonly StageEvent[], day: IsoDate, knownAt: Date): Stage | null {
  const happened = events.filter(
    ({ effective, recordedAt, retractedAt }) =>
      happenedBy(effective, day) && recordedAt <= knownAt && !(retractedAt && retractedAt <= knownAt),
  );
  return stages.findLast((stage) => happened.some((event) => event.stage === stage)) ?? null;
}
