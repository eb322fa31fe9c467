import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { type AsOf, reportCounts } from "./as-of-sql";

/** Every milestone with its deadline and whether it was met by the day:
 *  id, project_id, title, ordinal, planned_*, due_from, due_to, due_precision, basis, is_met. */
export function milestonesAsOf(asOf: AsOf): Prisma.Sql {
  const columns = Prisma.sql`m.id, m.project_id, m.ordinal, m.title, m.deadline_basis as basis,
    m.planned_from, m.planned_to, m.planned_precision`;
  if (asOf.knownAt === undefined) {
    return Prisma.sql`
      select ${columns}, coalesce(m.actual_to <= ${asOf.day}::date, false) as is_met,
        case when m.revised_to is null then m.planned_from else m.revised_from end as due_from,
        coalesce(m.revised_to, m.planned_to) as due_to,
        coalesce(m.revised_precision, m.planned_precision) as due_precision
      from milestones m`;
  }
  return Prisma.sql`
    select ${columns}, coalesce(c.actual_to <= ${asOf.day}::date, false) as is_met,
      case when v.id is null then m.planned_from else v.new_from end as due_from,
      coalesce(v.new_to, m.planned_to) as due_to, coalesce(v.new_precision, m.planned_precision) as due_precision
    from milestones m
    left join lateral (
      select v.id, v.new_from, v.new_to, v.new_precision from milestone_revisions v
      where v.milestone_id = m.id and v.recorded_at <= ${asOf.knownAt} order by v.id desc limit 1) v on true
    left join lateral (
      select c.actual_to from milestone_completions c join progress_reports r on r.id = c.report_id
      where c.milestone_id = m.id and ${reportCounts(asOf)}
      order by r.period desc, r.published_at desc limit 1) c on true`;
}
