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

/**
 * The same as if a report had never been published: where the project stood before the stage that it brought, and what
 * its condition is without it.
 */
export function standingWithout(reportId: number): Prisma.Sql {
  const isRetracted = Prisma.sql`exists (select from event_retractions x where x.stage_event_id = e.id)`;
  const before = Prisma.sql`
    from stage_events e
    where e.project_id = p.id and e.report_id is distinct from ${reportId} and not ${isRetracted}
      and not exists (select from progress_reports r where r.id = ${reportId} and r.new_stage <= e.stage)
    order by e.stage desc, e.effective_to desc, e.id desc limit 1`;
  const condition = Prisma.sql`
    from condition_events e
    where e.project_id = p.id and e.report_id is distinct from ${reportId}
      and not exists (select from event_retractions x where x.condition_event_id = e.id)
      and not exists (select from condition_events own
        where own.report_id = ${reportId} and (own.effective_to, own.id) <= (e.effective_to, e.id))
    order by e.effective_to desc, e.id desc limit 1`;
  return Prisma.sql`
    app_today()::text as today, coalesce((select e.stage ${before}), 'signed') as stage,
    (select range_json(e.effective_from, e.effective_to, e.effective_precision) ${before}) as effective,
    (select e.condition ${condition}) as condition, (select e.effective_to::text ${condition}) as "conditionOn"`;
}

/** Where a project stands; without any stage event it is signed, nobody knows when. */
export function standingOf({ today, stage, effective, condition, conditionOn }: StandingRow): Standing {
  return { stage, condition, conditionOn, effective: effective ?? notAfter(today) };
}
