import "server-only";
import type { IsoDate } from "@/lib/format/date-range";
import { Prisma } from "@/prisma/generated/client";
import {
  type AsOf,
  checkCounts,
  conditionEventCounts,
  endOf,
  reportCounts,
  stageEventCounts,
} from "./as-of-sql";

/** One row per project that had been signed by the day, with where it stood then:
 *  project_id, stage, condition, newest_record_on, is_verified, arrived_funds (public), tracking.
 *  On the day of the database the projection answers, on any other the events do. */
export function standings(asOf: AsOf, today: IsoDate): Prisma.Sql {
  const isNow = asOf.day === today && asOf.knownAt === undefined;
  return Prisma.sql`
    select s.*, ${trackingOn(asOf.day)} as tracking
    from (${isNow ? standingNow : standingAsOf(asOf)}) s`;
}

const standingNow = Prisma.sql`
  select p.id as project_id, p.stage, p.condition, p.sourced_on, p.reported_on as newest_record_on,
    p.public_arrived_funds as arrived_funds,
    p.reported_on is not null and (
      exists (select from progress_reports r where r.project_id = p.id and r.state = 'published')
      or exists (select from status_checks k
        where k.project_id = p.id and k.state = 'published' and k.answer <> 'unclear')) as is_verified
  from projects p where p.stage_to is not null`;

/** Each part is read once for all projects: asking each project for its rows costs more once many have reported. */
function standingAsOf(asOf: AsOf): Prisma.Sql {
  const end = endOf(asOf.day);
  return Prisma.sql`
    select p.id as project_id, s.stage, c.condition, p.sourced_on,
      greatest(r.published_on, k.published_on) as newest_record_on, a.arrived_funds,
      r.published_on is not null or coalesce(k.is_clear, false) as is_verified
    from projects p
    join (
      select distinct on (e.project_id) e.project_id, e.stage
      from stage_events e where ${stageEventCounts(asOf)}
      order by e.project_id, e.stage desc, e.effective_to desc, e.id desc) s on s.project_id = p.id
    left join (
      select distinct on (e.project_id) e.project_id, e.condition
      from condition_events e where ${conditionEventCounts(asOf)}
      order by e.project_id, e.effective_to desc, e.id desc) c on c.project_id = p.id
    left join (
      select r.project_id, shanghai_day(max(r.published_at)) as published_on
      from progress_reports r where r.published_at < ${end} and ${reportCounts(asOf)}
      group by r.project_id) r on r.project_id = p.id
    left join (
      select k.project_id, shanghai_day(max(k.published_at)) as published_on, bool_or(k.answer <> 'unclear') as is_clear
      from status_checks k where k.published_at < ${end} and ${checkCounts(asOf)}
      group by k.project_id) k on k.project_id = p.id
    left join (
      select distinct on (r.project_id) r.project_id, r.arrived_funds
      from progress_reports r
      where r.published_at < ${end} and ${reportCounts(asOf)} and r.is_money_public and r.arrived_funds is not null
      order by r.project_id, r.period desc, r.published_at desc) a on a.project_id = p.id`;
}

/** The twin of `tracking` in tracking-rules; a source of a later day is none. */
function trackingOn(day: IsoDate): Prisma.Sql {
  const oldest = Prisma.sql`(${day}::date - interval '3 months')::date`;
  return Prisma.sql`case
    when s.newest_record_on < ${oldest} then 'lapsed'
    when s.newest_record_on is not null then 'tracked'
    when s.sourced_on between ${oldest} and ${day}::date then 'tracked'
    else 'unverified' end`;
}
