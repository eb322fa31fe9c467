import "server-only";
import { lightOfReason, mostYellowDays } from "@/lib/milestone/light-rules";
import { Prisma } from "@/prisma/generated/client";
import type { AsOf } from "./as-of-sql";
import { milestonesAsOf } from "./deadline-sql";

const shownProjects = 8;

/** Milestones of `scope` that are open on the day, with the days they are late: null where nothing may be judged. */
export function openMilestones(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`
    select m.*, case when m.basis <> 'inferred' then greatest(0, ${asOf.day}::date - m.due_to) end as overdue_days
    from (${milestonesAsOf(asOf)}) m join scope on scope.project_id = m.project_id
    where not m.is_met`;
}

/** The twin of `projectLamp` in light-rules, over the relations `scope` and `open_milestone`:
 *  project_id, code, short_name, reason, overdue_days, due_on. */
export function lampsSql(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`
    select s.project_id, s.code, s.short_name, o.due_on, reason.reason,
      case when reason.reason in ('on_time', 'late', 'very_late') then o.overdue_days end as overdue_days
    from scope s left join (
      select project_id, max(overdue_days) as overdue_days,
        min(due_to) filter (where basis <> 'inferred' and due_to >= ${asOf.day}::date) as due_on
      from open_milestone group by project_id) o on o.project_id = s.project_id
    cross join lateral (select case
      when s.tracking = 'unverified' then 'unverified'
      when s.condition = 'paused' then 'paused'
      when s.condition = 'terminated' then 'terminated'
      when s.stage = 'operating' and o.project_id is null then 'nothing_open'
      when o.overdue_days is null then 'no_deadline'
      when o.overdue_days = 0 then 'on_time'
      when o.overdue_days <= ${mostYellowDays} then 'late'
      else 'very_late' end as reason) reason`;
}

/** JSON of `LightBoard` over the relation `lamp`. */
export const lightBoardJson = Prisma.sql`(
  select json_object_agg(r.reason, json_build_object('count', coalesce(b.count, 0), 'projects', coalesce(b.projects, '[]')))
  from unnest(${Object.keys(lightOfReason)}::text[]) as r(reason)
  left join (
    select reason, max(count) as count, json_agg(json_build_object(
      'code', code, 'shortName', short_name, 'overdueDays', overdue_days, 'dueOn', due_on) order by n)
      filter (where n <= ${shownProjects}) as projects
    from (
      select lamp.*, count(*) over (partition by reason) as count,
        row_number() over (partition by reason order by overdue_days desc nulls last, due_on nulls last, code) as n
      from lamp) ranked
    group by reason) b on b.reason = r.reason)`;
