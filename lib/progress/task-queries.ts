import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { visibleTo } from "@/lib/project/project-access-sql";
import type { RegisterStep } from "@/lib/text/register-text";

const mostDue = 100;
const mostRecent = 20;

/** One thing on somebody's desk: a report, a status check or a change of the register of theirs. */
export type Task = {
  kind: "report" | "status_check" | "change";
  id: number;
  /** Of a project or an agreement, the slug of an organization or a place; null: it is not registered yet. */
  code: string | null;
  name: string;
  /** Null: only a report has one. */
  period: IsoDate | null;
  /** The published report that it corrects; null: none. */
  correctsId: number | null;
  /** What a change does to what; null: it is no change of the register. */
  change: RegisterStep | null;
  /** Why it was returned; null otherwise. */
  reason: string | null;
  /** When it came into its state. */
  at: string;
};

/** A project that is to be reported on in this round. */
export type DueProject = {
  code: string;
  name: string;
  /** It is assigned to the viewer. */
  isOwn: boolean;
  /** When the viewer's draft was saved; null: none. */
  draftSavedAt: string | null;
};

/** A project for which no unit is responsible. */
export type UnassignedProject = { code: string; name: string; reportedOn: IsoDate | null };

export type StaffTasks = {
  returned: Task[];
  due: DueProject[];
  dueCount: number;
  submitted: Task[];
  published: Task[];
  publishedCount: number;
  unassigned: UnassignedProject[];
  unassignedCount: number;
};

/** What somebody has to do, is waiting for and has done, for the round of a month. */
export async function getStaffTasks(viewer: Viewer, period: IsoDate): Promise<StaffTasks> {
  requirePermission(viewer, "status-check:write");
  const me = viewer.accountId;
  const [tasks] = await db.$queryRaw<StaffTasks[]>`
    with mine as (
      select 'report' as kind, r.id, p.code, p.short_name as name, r.period, r.corrects_id as "correctsId",
        r.state, r.return_reason as reason, null::jsonb as change, coalesce(r.published_at, r.reviewed_at, r.submitted_at) as at
      from progress_reports r join projects p on p.id = r.project_id
      where r.author_id = ${me} and r.state in ('submitted', 'returned', 'published')
      union all
      select 'status_check', k.id, p.code, p.short_name, null, null, k.state, k.return_reason,
        null, coalesce(k.published_at, k.reviewed_at, k.submitted_at)
      from status_checks k join projects p on p.id = k.project_id
      where k.author_id = ${me} and k.state in ('submitted', 'returned', 'published')
      union all
      select 'change', g.id, coalesce(p.code, m.code, o.slug, l.slug), g.title, null, null, g.state, g.return_reason,
        jsonb_build_object('subject', g.subject, 'kind', g.kind),
        coalesce(g.published_at, g.reviewed_at, g.submitted_at)
      from register_changes g
      left join projects p on p.id = g.project_id
      left join agreements m on m.id = g.agreement_id
      left join organizations o on o.id = g.organization_id
      left join places l on l.id = g.place_id
      where g.author_id = ${me} and g.state in ('submitted', 'returned', 'published')
    ), due as (
      select p.code, p.short_name as name, d.updated_at as "draftSavedAt",
        exists (select from assignments a
          where a.project_id = p.id and a.until is null and a.account_id = ${me}) as "isOwn"
      from projects p
      left join drafts d on d.form = 'report:' || p.code and d.account_id = ${me}
      where ${visibleTo(viewer)} and p.condition is distinct from 'terminated'
        and not exists (select from progress_reports r
          where r.project_id = p.id and r.period = ${period}::date
            and r.state in ('submitted', 'returned', 'published'))
    ), unassigned as (
      select p.code, p.short_name as name, p.reported_on as "reportedOn" from projects p
      where ${visibleTo(viewer)} and p.condition is distinct from 'terminated'
        and not exists (select from assignments a where a.project_id = p.id and a.until is null)
    )
    select
      (select coalesce(json_agg(x order by x.at), '[]') from mine x where x.state = 'returned') as returned,
      (select coalesce(json_agg(x), '[]') from (select * from due
        order by "isOwn" desc, "draftSavedAt" desc nulls last, code limit ${mostDue}) x) as due,
      (select count(*)::int from due) as "dueCount",
      (select coalesce(json_agg(x order by x.at desc), '[]') from mine x where x.state = 'submitted') as submitted,
      (select coalesce(json_agg(x), '[]') from (select * from mine
        where state = 'published' order by at desc limit ${mostRecent}) x) as published,
      (select count(*)::int from mine where state = 'published') as "publishedCount",
      (select coalesce(json_agg(x), '[]') from (select * from unassigned
        order by code limit ${mostDue}) x) as unassigned,
      (select count(*)::int from unassigned) as "unassignedCount"`;
  if (!tasks) throw new Error("an aggregate without a row");
  return tasks;
}
