import type { IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, happenedBy } from "@/lib/format/date-range";
import { type Stage, stages } from "@/lib/project/project-rules";

/** A row of the append-only history. Never edited: a correction is a later row that supersedes it. */
export type StageEvent = {
  id: string;
  stage: Stage;
  effective: DateRange;
  recordedAt: Date;
  supersedes: string | null;
};

/** The stage on `day` as it was known at `knownAt`; null when nothing had happened by then.
 *
 *  The furthest stage wins, not the latest end of a range: stages only go forward, and 签约 不晚于 2015-08-10
 *  may well lie before 开工 2015 年上半年. */
export function stageAsOf(events: readonly StageEvent[], day: IsoDate, knownAt: Date): Stage | null {
  const known = events.filter((event) => event.recordedAt <= knownAt);
  const superseded = new Set(known.map((event) => event.supersedes));
  const happened = known.filter((event) => !superseded.has(event.id) && happenedBy(event.effective, day));
  return stages.findLast((stage) => happened.some((event) => event.stage === stage)) ?? null;
}
