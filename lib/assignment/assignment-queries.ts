import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { visibleTo } from "@/lib/project/project-access-sql";

/** What the page on which a unit is made responsible shows. */
export type AssignmentFormDto = {
  project: { code: string; name: string };
  /** Null: nobody is responsible. */
  open: { id: number; unit: string; person: string | null; since: IsoDate } | null;
  units: string[];
  staff: { name: string; displayName: string }[];
  history: { unit: string; since: IsoDate; until: IsoDate }[];
};

/** Null when the project is not there for this viewer. */
export async function findAssignmentForm(viewer: Viewer, code: string): Promise<AssignmentFormDto | null> {
  requirePermission(viewer, "project:assign");
  const [form] = await db.$queryRaw<AssignmentFormDto[]>`
    select json_build_object('code', p.code, 'name', p.name) as project,
      (select json_build_object('id', a.id, 'unit', u.name, 'person', x.name, 'since', a.since)
        from assignments a join units u on u.id = a.unit_id left join accounts x on x.id = a.account_id
        where a.project_id = p.id and a.until is null) as open,
      array(select u.name from units u order by u.name collate "zh-x-icu" limit 200) as units,
      (select coalesce(json_agg(json_build_object('name', x.name, 'displayName', x.display_name) order by x.name), '[]')
        from accounts x where x.role = 'staff' and x.disabled_at is null) as staff,
      (select coalesce(json_agg(json_build_object('unit', u.name, 'since', a.since, 'until', a.until)
          order by a.since desc, a.id desc), '[]')
        from assignments a join units u on u.id = a.unit_id
        where a.project_id = p.id and a.until is not null) as history
    from projects p where p.code = ${code} and ${visibleTo(viewer)}`;
  return form ?? null;
}
