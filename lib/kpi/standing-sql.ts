import "server-only";
import type { IsoDate } from "@/lib/format/date-range";
import { Prisma } from "@/prisma/generated/client";
import {
  type AsOf,
  changeCounts,
  checkCounts,
  conditionEventCounts,
  endOf,
  isNow,
  reportCounts,
  stageEventCounts,
} from "./as-of-sql";

/** One row per project that had been signed by the day, with where it stood then:
 *  project_id, code, enterprise_key, place_id, agreed (whole yuan), stage, condition, sourced_on, newest_record_on,
 *  is_verified, arrived_funds (public), tracking.
 *  On the day of the database the projection answers, on any other the events do. */
export function standings(asOf: AsOf, today: IsoDate): Prisma.Sql {
  return Prisma.sql`
    select s.*, ${trackingOn(asOf.day)} as tracking
    from (${isNow(asOf, today) ? standingNow : standingAsOf(asOf)}) s`;
}

const unchanging = Prisma.sql`p.id as project_id, p.code, p.enterprise_key, p.place_id,
  case when p.currency = 'CNY' then p.agreed_investment end as agreed`;

/** Every column is in projects_standing_idx: the table's own rows are wide, and each report rewrites one. */
const standingNow = Prisma.sql`
  select ${unchanging}, p.sourced_on, p.stage, p.condition, p.reported_on as newest_record_on,
    p.public_arrived_funds as arrived_funds, p.is_verified
  from projects p where p.stage_to is not null`;

/** Each part is read once for all projects: asking each project for its rows costs more once many have reported. */
function standingAsOf(asOf: AsOf): Prisma.Sql {
  const end = endOf(asOf.day);
  return Prisma.sql`
    select ${unchanging}, ${sourcedOn(asOf)} as sourced_on, s.stage, c.condition,
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

/** The newest day of a source by the day asked for; the newest of all where none is as old. */
function sourcedOn(asOf: AsOf): Prisma.Sql {
  const isEnough = Prisma.sql`p.sourced_on <= ${asOf.day}::date and ${asOf.knownAt === undefined}::boolean`;
  return Prisma.sql`case when ${isEnough} then p.sourced_on else coalesce(greatest(
    (select max(d.published_on) from citations x join source_documents d on d.id = x.source_document_id
      where x.project_id = p.id and d.published_on <= ${asOf.day}::date),
    (select max(g.evidence_on) from register_changes g
      where g.project_id = p.id and g.subject = 'project' and ${changeCounts(asOf)}
        and g.evidence_on <= ${asOf.day}::date)), p.sourced_on) end`;
}

/** The twin of `projectTracking` in tracking-rules; a source of a later day is none. */
function trackingOn(day: IsoDate): Prisma.Sql {
  const oldest = Prisma.sql`(${day}::date - interval '3 months')::date`;
  return Prisma.sql`case
    when s.condition = 'terminated' then null
    when s.newest_record_on < ${oldest} then 'lapsed'
    when s.newest_record_on is not null then 'tracked'
    when s.sourced_on between ${oldest} and ${day}::date then 'tracked'
    else 'unverified' end`;
}
