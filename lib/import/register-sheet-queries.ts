import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { SheetChoices, SheetRegistration } from "@/lib/import/register-sheet";
import type { EditorialState } from "@/lib/project/editorial-rules";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { Prisma } from "@/prisma/generated/client";

const batchProjects = 200;
const mostChoices = 2_000;

// What `findWholeProject` reads of one project, for many at once; a test shows that both read the same.
const registration = Prisma.sql`
  p.id, p.code, p.version, p.stage,
  json_build_object(
    'name', p.name, 'shortName', p.short_name, 'type', p.type, 'summary', p.summary,
    'agreement', (select a.code from agreements a where a.id = p.agreement_id), 'agreementNote', p.agreement_note,
    'place', (select l.slug from places l where l.id = p.place_id), 'newPlace', null,
    'investors', (select coalesce(json_agg(o.slug order by i.ordinal), '[]')
      from project_investors i join organizations o on o.id = i.organization_id where i.project_id = p.id),
    'newInvestors', '[]'::json,
    'plannedInvestment', p.planned_investment::text, 'agreedInvestment', p.agreed_investment::text,
    'currency', p.currency, 'stages', '[]'::json,
    'commitments', (select coalesce(json_agg(json_build_object(
        'ordinal', c.ordinal, 'indicator', c.indicator, 'unit', c.unit, 'note', c.note,
        'isMeasurable', c.is_measurable, 'reason', null,
        'target', (case when last.id is null then c.target_value else last.new_target_value end)::float8,
        'due', case when last.id is null then range_json(c.due_from, c.due_to, c.due_precision)
          else range_json(last.new_due_from, last.new_due_to, last.new_due_precision) end) order by c.ordinal), '[]')
      from commitments c
      left join lateral (
        select * from commitment_revisions v where v.commitment_id = c.id order by v.id desc limit 1) last on true
      where c.project_id = p.id),
    'milestones', (select coalesce(json_agg(json_build_object(
        'ordinal', m.ordinal, 'title', m.title, 'note', m.note, 'reason', null,
        'planned', coalesce(range_json(m.revised_from, m.revised_to, m.revised_precision),
          range_json(m.planned_from, m.planned_to, m.planned_precision))) order by m.ordinal), '[]')
      from milestones m where m.project_id = p.id)) as content`;

/** The most commitments and milestones that one project has. */
export async function getRegisterSize(viewer: Viewer): Promise<{ commitments: number; milestones: number }> {
  requirePermission(viewer, "register:write");
  const [size] = await db.$queryRaw<{ commitments: number; milestones: number }[]>`
    select
      (select coalesce(max(n), 0)::int from (select count(*) as n from commitments group by project_id) c) as commitments,
      (select coalesce(max(n), 0)::int from (select count(*) as n from milestones group by project_id) m) as milestones`;
  return size ?? { commitments: 0, milestones: 0 };
}

/** What the drop-downs of the sheet offer. */
export async function listSheetChoices(viewer: Viewer): Promise<SheetChoices> {
  requirePermission(viewer, "register:write");
  const [choices] = await db.$queryRaw<SheetChoices[]>`
    select array(select code from agreements order by code limit ${mostChoices}) as agreements,
      array(select name from places order by name collate "zh-x-icu" limit ${mostChoices}) as places`;
  return choices ?? { agreements: [], places: [] };
}

/** The whole register by code, in batches as it is read. */
export async function* listRegistrations(viewer: Viewer): AsyncGenerator<SheetRegistration[]> {
  requirePermission(viewer, "register:write");
  let after = "";
  for (;;) {
    const batch = await db.$queryRaw<SheetRegistration[]>`
      select ${registration} from projects p where p.code > ${after} order by p.code limit ${batchProjects}`;
    if (batch.length > 0) yield batch;
    if (batch.length < batchProjects) return;
    after = batch.at(-1)?.code ?? "";
  }
}

/** The projects of these codes, and those of these names. */
export async function findRegistrations(
  viewer: Viewer,
  { codes, names }: { codes: readonly string[]; names: readonly string[] },
): Promise<SheetRegistration[]> {
  requirePermission(viewer, "register:write");
  return db.$queryRaw<SheetRegistration[]>`
    select ${registration} from projects p where p.id in (
      select x.id from projects x where x.code = any (${codes})
      union select x.id from projects x where x.name in (select unnest(${names}::text[])))`;
}

/** A change or registration that waits for its review or was returned. */
export type OpenChange = {
  id: number;
  version: number;
  state: Extract<EditorialState, "submitted" | "returned">;
  author: string;
  isOwn: boolean;
  /** Null: a registration. */
  code: string | null;
  content: WholeProject;
};

/** What is open about these projects, and the open registrations of these names. */
export async function listOpenChanges(
  viewer: Viewer,
  { ids, names }: { ids: readonly number[]; names: readonly string[] },
): Promise<OpenChange[]> {
  requirePermission(viewer, "register:write");
  return db.$queryRaw<OpenChange[]>`
    select g.id, g.version, g.state, a.display_name as author, g.author_id = ${viewer.accountId} as "isOwn", p.code, g.content
    from register_changes g
    join accounts a on a.id = g.author_id
    left join projects p on p.id = g.project_id
    where g.subject = 'project' and g.state in ('submitted', 'returned')
      and (g.project_id = any (${ids}::int[]) or (g.kind = 'creation' and g.title = any (${names})))
    order by g.id`;
}
