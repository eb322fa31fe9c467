import "server-only";
import type { IsoDate } from "@/lib/format/date-range";
import { revisionCounts } from "@/lib/source/revision-sql";
import { Prisma } from "@/prisma/generated/client";
import { type AsOf, checkCounts, endOf, isNow, isRegistered, reportCounts } from "./as-of-sql";
import { milestonesAsOf } from "./deadline-sql";

/** Commitments and milestones by the year of their deadline, as JSON of `Dashboard["promises"]`, over the relation
 *  `scope`. What a terminated project still owed is left out. */
export function promisesJson(asOf: AsOf, today: IsoDate): Prisma.Sql {
  const isProjected = isNow(asOf, today);
  const value = isProjected ? Prisma.sql`c.read_value` : Prisma.sql`x.value`;
  return Prisma.sql`(
    with promise as (
      select m.due_to, m.is_met, m.project_id from (${milestonesAsOf(asOf)}) m
      union all
      select coalesce(v.new_due_to, c.due_to), coalesce(${value} >= coalesce(v.new_target_value, c.target_value), false),
        c.project_id
      from commitments c
      left join (
        select distinct on (v.commitment_id) v.commitment_id, v.new_due_to, v.new_target_value
        from commitment_revisions v where ${revisionCounts} order by v.commitment_id, v.id desc) v on v.commitment_id = c.id
      ${isProjected ? Prisma.empty : readingsAsOf(asOf)}),
    owed as (
      select extract(year from due_to)::int as year,
        count(*) filter (where is_met) as met,
        count(*) filter (where not is_met and due_to < ${asOf.day}::date) as passed,
        count(*) filter (where not is_met and due_to >= ${asOf.day}::date) as upcoming,
        count(*) as count
      from promise join scope on scope.project_id = promise.project_id
      where is_met or scope.condition is distinct from 'terminated' group by 1)
    select json_build_object(
      'undated', coalesce(sum(count) filter (where year is null), 0),
      'years', coalesce(json_agg(json_build_object(
        'year', year, 'met', met, 'passed', passed, 'upcoming', upcoming) order by year)
        filter (where year is not null), '[]'))
    from owed)`;
}

function readingsAsOf(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`left join (
    select distinct on (x.commitment_id) x.commitment_id, x.value
    from commitment_readings x join progress_reports r on r.id = x.report_id
    where r.published_at < ${endOf(asOf.day)} and ${reportCounts(asOf)}
    order by x.commitment_id, r.period desc, r.published_at desc) x on x.commitment_id = c.id`;
}

/** Projects of `scope` with a deadline that has passed and no published record after it. */
export function passedInSilenceCount(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`(
    select count(distinct m.project_id)
    from (${milestonesAsOf(asOf)}) m join scope s on s.project_id = m.project_id
    where m.due_to < ${asOf.day}::date and not m.is_met and s.condition is distinct from 'terminated'
      and (s.newest_record_on is null or s.newest_record_on <= m.due_to))`;
}

/** The day of the newest published report or status check, by the day asked for. */
export function newestReportOn(asOf: AsOf, today: IsoDate): Prisma.Sql {
  if (isNow(asOf, today)) return Prisma.sql`(select max(reported_on) from projects)`;
  return Prisma.sql`greatest(
    (select shanghai_day(max(r.published_at)) from progress_reports r
      where r.published_at < ${endOf(asOf.day)} and ${reportCounts(asOf)} and ${isRegistered(Prisma.sql`r`)}),
    (select shanghai_day(max(k.published_at)) from status_checks k
      where k.published_at < ${endOf(asOf.day)} and ${checkCounts(asOf)} and ${isRegistered(Prisma.sql`k`)}))`;
}
