import "server-only";
import type { IsoDate } from "@/lib/format/date-range";
import { newestProblems, problemsOpenNow } from "@/lib/progress/problem-sql";
import { revisionCounts } from "@/lib/source/revision-sql";
import { Prisma } from "@/prisma/generated/client";
import { type AsOf, assignmentCounts, endOf, isNow, isRegistered, reportCounts } from "./as-of-sql";

const shownRows = 20;
const shownUnits = 5;
const shownDepartments = 8;
const shownOfDepartment = 3;

/** JSON of `InternalDashboard["late"]` over the relations `lamp` and `open_milestone`, the latest first. */
export function lateJson(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`(
    with late as (
      select m.*, u.name as unit, row_number() over (order by m.overdue_days desc, m.project_id, m.ordinal) as n
      from open_milestone m
      join lamp on lamp.project_id = m.project_id and lamp.reason in ('late', 'very_late')
      left join assignments a on a.project_id = m.project_id and ${assignmentCounts(asOf)}
      left join units u on u.id = a.unit_id
      where m.overdue_days > 0)
    select json_build_object(
      'count', (select count(*) from late),
      'units', (
        select coalesce(json_agg(unit order by n), '[]')
        from (select unit, min(n) as n from late group by unit order by n limit ${shownUnits}) u),
      'rows', (
        select coalesce(json_agg(json_build_object(
          'project', json_build_object('code', p.code, 'name', p.name),
          'title', l.title, 'overdueDays', l.overdue_days,
          'planned', range_json(l.planned_from, l.planned_to, l.planned_precision),
          'revised', case when v.recorded_at is not null then json_build_object(
            'to', range_json(l.due_from, l.due_to, l.due_precision), 'on', shanghai_day(v.recorded_at)) end,
          'unit', l.unit) order by l.n), '[]')
        from late l join projects p on p.id = l.project_id
        left join lateral (
          select v.recorded_at from milestone_revisions v
          where v.milestone_id = l.id and ${revisionCounts} order by v.id desc limit 1) v on true
        where l.n <= ${shownRows})))`;
}

/** JSON of `SilentUnit[]`, over `scope`. */
export function silentJson(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`(
    select coalesce(json_agg(json_build_object(
      'unit', unit, 'projects', projects, 'lastRecordOn', last_record_on) order by last_record_on, unit), '[]')
    from (
      select u.name as unit, count(*) as projects, min(s.newest_record_on) as last_record_on
      from scope s
      left join assignments a on a.project_id = s.project_id and ${assignmentCounts(asOf)}
      left join units u on u.id = a.unit_id
      where s.tracking = 'lapsed'
      group by u.name order by 3, 1 limit ${shownRows}) g)`;
}

/** JSON of `InternalDashboard["lapsed"]`, over `scope`. */
export const lapsedJson = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'code', code, 'shortName', short_name, 'lastRecordOn', newest_record_on) order by newest_record_on, code), '[]')
  from (
    select * from scope where tracking = 'lapsed' order by newest_record_on, code limit 8) s)`;

/** JSON of `InternalDashboard["problems"]`, over `scope`: what was open on the day, by the department that must act. */
export function problemsJson(asOf: AsOf, today: IsoDate): Prisma.Sql {
  const counts = Prisma.sql`r.published_at < ${endOf(asOf.day)} and ${reportCounts(asOf)}`;
  const problems = isNow(asOf, today) ? problemsOpenNow : newestProblems(counts);
  return Prisma.sql`(
    with open as materialized (
      select n.*, s.code, s.short_name, row_number() over (partition by n.department order by n.raised_on, n.id) as n
      from (${problems}) n
      join scope s on s.project_id = n.project_id and s.condition is distinct from 'terminated'
      where n.resolved_on is null or n.resolved_on > ${asOf.day}::date)
    select json_build_object('count', (select count(*) from open), 'departments', (
      select coalesce(json_agg(json_build_object(
        'department', d.department, 'count', d.count, 'oldestOn', d.oldest_on,
        'rows', (select json_agg(json_build_object(
            'category', o.category, 'text', o.text, 'raisedOn', o.raised_on,
            'project', json_build_object('code', o.code, 'shortName', o.short_name)) order by o.n)
          from open o where o.department = d.department and o.n <= ${shownOfDepartment}))
        order by d.count desc, d.oldest_on), '[]')
      from (
        select department, count(*) as count, min(raised_on) as oldest_on from open
        group by department order by 2 desc, 3 limit ${shownDepartments}) d)))`;
}

/** Reports and status checks that were handed in by the day and wait for a reviewer now. */
export function pendingReviewCount(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`(
    (select count(*) from progress_reports r
      where r.state = 'submitted' and r.submitted_at < ${endOf(asOf.day)} and ${isRegistered(Prisma.sql`r`)})
    + (select count(*) from status_checks k
      where k.state = 'submitted' and k.submitted_at < ${endOf(asOf.day)} and ${isRegistered(Prisma.sql`k`)}))`;
}
