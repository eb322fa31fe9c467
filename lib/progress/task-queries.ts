import "server-only";
import { can } from "@/lib/auth/policy";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { answersMonth, owesReport } from "@/lib/progress/round-sql";
import { visibleTo } from "@/lib/project/project-access-sql";
import { mendableBy } from "@/lib/project/succession-sql";
import type { RegisterStep } from "@/lib/text/register-text";
import { Prisma } from "@/prisma/generated/client";

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

/** What was returned to somebody who can no longer mend it, so that the viewer may. */
export type InheritedTask = Task & { author: string };

/** A project that is to be reported on in a round. */
export type DueProject = {
  code: string;
  name: string;
  /** The month to report on. */
  period: IsoDate;
  /** It is assigned to the viewer. */
  isOwn: boolean;
  /** When the viewer's draft was saved; null: none. */
  draftSavedAt: string | null;
};

/** A project for which no unit is responsible. */
export type UnassignedProject = { code: string; name: string; reportedOn: IsoDate | null };

export type StaffTasks = {
  returned: Task[];
  inherited: InheritedTask[];
  due: DueProject[];
  /** How many are due, by month; months without any are left out. */
  dueCounts: Record<IsoDate, number>;
  submitted: Task[];
  published: Task[];
  publishedCount: number;
  unassigned: UnassignedProject[];
  unassignedCount: number;
};

/** SQL condition on a report `r`: a returned correction of what is not published any more, so that nobody mends it. */
const isStranded = Prisma.sql`(r.state = 'returned' and exists (select from progress_reports o
  where o.id = r.corrects_id and o.state <> 'published'))`;

/** SQL condition on a change `g`, joined with what it is about: that was not withdrawn since, or is to be registered. */
const isOfSomething = Prisma.sql`(g.kind = 'creation' or coalesce(p.code, m.code, o.slug, l.slug) is not null)`;

/** What somebody has to do, is waiting for and has done; reports are due for the given months. */
export async function getStaffTasks(viewer: Viewer, periods: readonly IsoDate[]): Promise<StaffTasks> {
  requirePermission(viewer, "status-check:write");
  const me = viewer.accountId;
  const mayReport = can(viewer.role, "report:write");
  const mayRegister = can(viewer.role, "register:write");
  const [tasks] = await db.$queryRaw<StaffTasks[]>`
    with mine as (
      select 'report' as kind, r.id, p.code, p.short_name as name, r.period, r.corrects_id as "correctsId",
        r.state, r.return_reason as reason, null::jsonb as change, coalesce(r.published_at, r.reviewed_at, r.submitted_at) as at
      from progress_reports r join projects p on p.id = r.project_id
      where r.author_id = ${me} and r.state in ('submitted', 'returned', 'published') and not ${isStranded}
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
      where g.author_id = ${me} and g.state in ('submitted', 'returned', 'published') and ${isOfSomething}
    ), inherited as (
      select 'report' as kind, r.id, p.code, p.short_name as name, r.period, r.corrects_id as "correctsId",
        r.return_reason as reason, null::jsonb as change, r.reviewed_at as at, a.display_name as author
      from progress_reports r join projects p on p.id = r.project_id join accounts a on a.id = r.author_id
      where r.state = 'returned' and r.author_id <> ${me} and ${visibleTo(viewer)} and ${mayReport}
        and ${mendableBy(viewer, "r")} and not ${isStranded}
      union all
      select 'status_check', k.id, p.code, p.short_name, null, null, k.return_reason, null, k.reviewed_at, a.display_name
      from status_checks k join projects p on p.id = k.project_id join accounts a on a.id = k.author_id
      where k.state = 'returned' and k.author_id <> ${me} and ${visibleTo(viewer)} and ${mendableBy(viewer, "k")}
      union all
      select 'change', g.id, coalesce(p.code, m.code, o.slug, l.slug), g.title, null, null, g.return_reason,
        jsonb_build_object('subject', g.subject, 'kind', g.kind), g.reviewed_at, a.display_name
      from register_changes g join accounts a on a.id = g.author_id
      left join projects p on p.id = g.project_id
      left join agreements m on m.id = g.agreement_id
      left join organizations o on o.id = g.organization_id
      left join places l on l.id = g.place_id
      where g.state = 'returned' and g.author_id <> ${me} and ${mayRegister} and ${mendableBy(viewer, "g")}
        and ${isOfSomething}
    ), due as (
      select p.code, p.short_name as name, month::text as period, d.updated_at as "draftSavedAt",
        exists (select from assignments a
          where a.project_id = p.id and a.until is null and a.account_id = ${me}) as "isOwn"
      from projects p
      cross join unnest(${periods}::date[]) month
      left join drafts d on d.form = 'report:' || p.code and d.account_id = ${me}
      where ${visibleTo(viewer)} and ${owesReport(Prisma.sql`month`)}
        -- The months are named once more for the index.
        and not exists (select from progress_reports r
          where r.period = any (${periods}::date[]) and ${answersMonth(Prisma.sql`month`)})
    ), unassigned as (
      select p.code, p.short_name as name, p.reported_on as "reportedOn" from projects p
      where ${visibleTo(viewer)} and p.condition is distinct from 'terminated'
        and not exists (select from assignments a where a.project_id = p.id and a.until is null)
    )
    select
      -- What went to somebody else with its project is theirs to mend.
      (select coalesce(json_agg(x order by x.at), '[]') from mine x where x.state = 'returned'
        and (x.kind not in ('report', 'status_check')
          or exists (select from projects p where p.code = x.code and ${visibleTo(viewer)}))) as returned,
      (select coalesce(json_agg(x order by x.at), '[]') from (select * from inherited
        order by at limit ${mostDue}) x) as inherited,
      (select coalesce(json_agg(x), '[]') from (select * from due
        order by period, "isOwn" desc, "draftSavedAt" desc nulls last, code limit ${mostDue}) x) as due,
      (select coalesce(json_object_agg(x.period, x.count), '{}')
        from (select period, count(*)::int as count from due group by period) x) as "dueCounts",
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
