import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { type AsOf, stageEventCounts } from "./as-of-sql";

const mostPoints = 200;

/** Every day on which the counts of stages changed, as JSON of `StagePoint[]`; months or years when those are too many. */
export function stagePointsJson(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`(
    with reached as (
      select e.project_id, e.id, e.effective_from, e.effective_to, e.effective_precision as precision,
        max(e.stage) over (partition by e.project_id order by e.effective_to, e.stage, e.id) as stage
      from stage_events e where ${stageEventCounts(asOf)}),
    step as (
      select *, lag(stage) over (partition by project_id order by effective_to, stage, id) as before from reached),
    grain as (
      select case
        when count(distinct effective_to) <= ${mostPoints} then 'day'
        when count(distinct date_trunc('month', effective_to)) <= ${mostPoints} then 'month'
        else 'year' end as unit
      from step),
    change as (
      select least((date_trunc(unit, effective_to) + ('1 ' || unit)::interval)::date - 1, ${asOf.day}::date) as "on",
        min(effective_from) filter (where unit = 'day' and precision in ('year', 'half_year')) as "from",
        ${stepsInto("signed")} as signed,
        ${stepsInto("under_construction")} as under_construction,
        ${stepsInto("operating")} as operating
      from step cross join grain where stage is distinct from before group by 1)
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
