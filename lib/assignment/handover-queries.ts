import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";

const mostPeople = 500;
const mostProjects = 2_000;

/** Somebody who is responsible for projects, or could be. */
export type HandoverPerson = {
  name: string;
  displayName: string;
  isDisabled: boolean;
  /** Projects for which they are responsible. */
  projects: number;
};

/** Who may give projects away, the disabled first, and who may take them. */
export async function listHandoverPeople(
  viewer: Viewer,
): Promise<{ givers: HandoverPerson[]; takers: HandoverPerson[] }> {
  requirePermission(viewer, "project:hand-over");
  const people = await db.$queryRaw<(HandoverPerson & { mayTake: boolean })[]>`
    select x.name, x.display_name as "displayName", x.disabled_at is not null as "isDisabled",
      count(a.id)::int as projects, x.role = 'staff' and x.disabled_at is null as "mayTake"
    from accounts x left join assignments a on a.account_id = x.id and a.until is null
    group by x.id having count(a.id) > 0 or x.role = 'staff' and x.disabled_at is null
    order by x.disabled_at is null, x.display_name collate "zh-x-icu", x.name limit ${mostPeople}`;
  return {
    givers: people.filter(({ projects }) => projects > 0),
    takers: people.filter(({ mayTake }) => mayTake),
  };
}

export type HandoverProject = {
  assignmentId: number;
  code: string;
  name: string;
  unit: string;
  since: IsoDate;
  /** What the giver typed and did not hand in; it stays theirs. */
  draftSavedAt: string | null;
  /** Reports and status checks of the giver that wait for review. */
  waiting: number;
  /** Of the giver, returned: the taker mends them. */
  returned: number;
};

/** All projects for which somebody is responsible, with what they have in hand for each. */
export async function listHandoverProjects(viewer: Viewer, from: string): Promise<HandoverProject[]> {
  requirePermission(viewer, "project:hand-over");
  return db.$queryRaw<HandoverProject[]>`
    select a.id as "assignmentId", p.code, p.short_name as name, u.name as unit, a.since::text,
      (select to_json(max(d.updated_at))#>>'{}' from drafts d
        where d.account_id = x.id and d.form ~ (':' || p.code || '(:|$)')) as "draftSavedAt",
      (select count(*)::int from progress_reports r
        where r.project_id = p.id and r.author_id = x.id and r.state = 'submitted')
        + (select count(*)::int from status_checks k
          where k.project_id = p.id and k.author_id = x.id and k.state = 'submitted') as waiting,
      (select count(*)::int from progress_reports r
        where r.project_id = p.id and r.author_id = x.id and r.state = 'returned')
        + (select count(*)::int from status_checks k
          where k.project_id = p.id and k.author_id = x.id and k.state = 'returned') as returned
    from accounts x
    join assignments a on a.account_id = x.id and a.until is null
    join projects p on p.id = a.project_id
    join units u on u.id = a.unit_id
    where x.name = ${from} order by p.code limit ${mostProjects}`;
}
