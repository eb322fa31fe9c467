import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { DateRange } from "@/lib/format/date-range";

const daysAhead = 30;
const mostComing = 50;

/** A day that comes up in a project for which the viewer is responsible. */
export type ComingDay =
  | {
      kind: "milestone";
      code: string;
      name: string;
      title: string;
      due: DateRange;
      /** Null: a source states the deadline. */
      inferredReason: string | null;
      on: IsoDate;
    }
  /** The day on which it is to be looked at whether a pause can end; it may have passed. */
  | { kind: "pause"; code: string; name: string; on: IsoDate };

/** Deadlines within 30 days and review days of pauses, the earliest first. */
export async function listComingDays(viewer: Viewer): Promise<ComingDay[]> {
  requirePermission(viewer, "status-check:write");
  return db.$queryRaw<ComingDay[]>`
    with mine as (
      select p.id, p.code, p.short_name as name, p.condition, p.condition_review_on
      from assignments a join projects p on p.id = a.project_id
      where a.until is null and a.account_id = ${viewer.accountId} and p.condition is distinct from 'terminated'
    ), coming as (
      select 'milestone' as kind, mine.code, mine.name, m.title, d."to" as day,
        range_json(d."from", d."to", d."precision") as due,
        case when m.revised_to is null then (select c.reason from citations c
          where c.milestone_id = m.id and c.field = 'planned' and c.basis = 'inferred' limit 1) end as "inferredReason"
      from mine
      join milestones m on m.project_id = mine.id and m.actual_to is null
      cross join lateral (select
        case when m.revised_to is null then m.planned_from else m.revised_from end as "from",
        coalesce(m.revised_to, m.planned_to) as "to",
        coalesce(m.revised_precision, m.planned_precision) as "precision") d
      where d."to" between app_today() and app_today() + ${daysAhead}::int
      union all
      select 'pause', mine.code, mine.name, null, mine.condition_review_on, null, null
      from mine
      where mine.condition = 'paused' and mine.condition_review_on <= app_today() + ${daysAhead}::int
    )
    select kind, code, name, title, due, "inferredReason", day::text as "on" from coming
    order by day, code limit ${mostComing}`;
}
