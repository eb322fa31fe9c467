import "server-only";
import type { IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, notAfter } from "@/lib/format/date-range";
import type { Condition, Stage, Standing } from "@/lib/project/project-rules";
import { Prisma } from "@/prisma/generated/client";

export type StandingRow = {
  today: IsoDate;
  stage: Stage;
  effective: DateRange | null;
  condition: Condition | null;
  conditionOn: IsoDate | null;
};

/** The columns of a project `p` that say where it stands. */
export const standingColumns = Prisma.sql`
  app_today()::text as today, p.stage, p.condition,
  range_json(p.stage_from, p.stage_to, p.stage_precision) as effective,
  (select e.effective_to::text from condition_events e
    where e.project_id = p.id and not exists (select from event_retractions x where x.condition_event_id = e.id)
    order by e.effective_to desc, e.id desc limit 1) as "conditionOn"`;

/** Where a project stands; without any stage event it is signed, nobody knows when. */
export function standingOf({ today, stage, effective, condition, conditionOn }: StandingRow): Standing {
  return { stage, condition, conditionOn, effective: effective ?? notAfter(today) };
}
