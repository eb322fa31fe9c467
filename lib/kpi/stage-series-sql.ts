import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { type AsOf, stageEventCounts } from "./as-of-sql";

const mostPoints = 100;

/** Every day on which the counts of stages changed, as JSON of `StagePoint[]`; months,
 *  quarters or years when those are too many. */
export function stagePointsJson(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`(
    with step as (
      select e.effective_from, e.effective_to, e.effective_precision as precision,
        max(e.stage) over (past rows between unbounded preceding and current row) as stage,
        max(e.stage) over (past rows between unbounded preceding and 1 preceding) as before
      from stage_events e where ${stageEventCounts(asOf)}
      window past as (partition by e.project_id order by e.effective_to, e.stage, e.id)),
    move as (
      select effective_to as day,
        min(effective_from) filter (where precision in ('year', 'half_year')) as "from",
        ${stepsInto("signed")} as signed,
        ${stepsInto("under_construction")} as under_construction,
        ${stepsInto("operating")} as operating
      from step where stage is distinct from before group by effective_to),
    grain as (
      select case
        when count(*) <= ${mostPoints} then 'day'
        when count(distinct date_trunc('month', day)) <= ${mostPoints} then 'month'
        when count(distinct date_trunc('quarter', day)) <= ${mostPoints} then 'quarter'
        else 'year' end as unit
      from move),
    change as (
      select least((date_trunc(unit, day) + span)::date - 1, ${asOf.day}::date) as "on",
        min("from") filter (where unit = 'day') as "from",
        sum(signed) as signed, sum(under_construction) as under_construction, sum(operating) as operating
      from move cross join grain
        join (values ('day', interval '1 day'), ('month', '1 month'), ('quarter', '3 months'), ('year', '1 year'))
          spans(of, span) on of = unit
      group by 1)
    select coalesce(json_agg(json_build_object('from', "from", 'on', "on", 'counts', counts) order by "on"), '[]')
    from (
      select "from", "on", json_build_object(
        'signed', sum(signed) over running,
        'under_construction', sum(under_construction) over running,
        'operating', sum(operating) over running) as counts
      from change window running as (order by "on")) point)`;
}

/** Projects that came into the stage less those that left it. */
function stepsInto(stage: "signed" | "under_construction" | "operating"): Prisma.Sql {
  return Prisma.sql`(count(*) filter (where stage = ${stage}::stage) - count(*) filter (where before = ${stage}::stage))`;
}
