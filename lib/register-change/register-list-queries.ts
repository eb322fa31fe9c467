import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { DateRange } from "@/lib/format/date-range";
import type { EditorialState } from "@/lib/project/editorial-rules";
import type { ListedSubject } from "@/lib/register-change/register-form-rules";
import { listedRows } from "@/lib/register-change/register-list-sql";
import { subjectColumn } from "@/lib/register-change/subject-sql";
import type { organizationKindText } from "@/lib/text/organization-text";
import type { RegisterStep } from "@/lib/text/register-text";
import { Prisma } from "@/prisma/generated/client";

const pageSize = 20;
const mostPublished = 10;
const mostOpen = 50;

/** A row of the staff's list of the register. */
export type RegisterRow = {
  /** Code or slug. */
  key: string;
  title: string;
  /** Of an organization; null: it is something else. */
  kind: keyof typeof organizationKindText | null;
  /** Who signs or carries it. */
  names: string[];
  /** When an agreement was signed; null: not stated, or it is something else. */
  signed: DateRange | null;
  /** How many projects name it; null: it is a project. */
  projectCount: number | null;
  /** The change of it that waits for a decision or for its author. */
  open: { id: number; state: EditorialState; author: string; isOwn: boolean } | null;
};

export type RegisterList = { total: number; page: number; pageCount: number; items: RegisterRow[] };

type Sought = { subject: ListedSubject; q: string | null; page: number };

/** One page of the things of a kind that every word is found in; a page beyond the last is the last. */
export async function listRegister(viewer: Viewer, { subject, q, page }: Sought): Promise<RegisterList> {
  requirePermission(viewer, "register:read");
  const { matching, row, order } = listedRows(subject, q);
  const [count] = await db.$queryRaw<{ total: number }[]>`select count(*)::int as total from ${matching}`;
  const total = count?.total ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.min(page, pageCount);
  const items = await db.$queryRaw<RegisterRow[]>`
    select ${row}, (
      select json_build_object('id', g.id, 'state', g.state, 'author', a.display_name,
        'isOwn', g.author_id = ${viewer.accountId})
      from register_changes g join accounts a on a.id = g.author_id
      where g.${subjectColumn(subject)} = x.id and g.subject = ${subject}::register_subject
        and g.state in ('submitted', 'returned') limit 1) as open
    from (select x.* from ${matching} order by ${order} limit ${pageSize} offset ${(shown - 1) * pageSize}) x
    order by ${order}`;
  return { total, page: shown, pageCount, items };
}

/** A change of the viewer's own. */
export type OwnChange = RegisterStep & {
  id: number;
  title: string;
  /** Code or slug; null: it is not registered yet. */
  key: string | null;
  state: EditorialState;
  returnReason: string | null;
  /** When it came into its state. */
  at: string;
};

/** What the viewer handed in: what was returned first, then what waits, then what was published lately. */
export async function listOwnChanges(viewer: Viewer): Promise<OwnChange[]> {
  requirePermission(viewer, "register:read");
  const own = (state: Prisma.Sql, most: number) => Prisma.sql`(
    select g.id, g.subject, g.kind, g.title, g.state, g.return_reason as "returnReason",
      coalesce(p.code, m.code, o.slug, l.slug) as key,
      to_json(coalesce(g.published_at, g.reviewed_at, g.submitted_at))#>>'{}' as at
    from register_changes g
    left join projects p on p.id = g.project_id
    left join agreements m on m.id = g.agreement_id
    left join organizations o on o.id = g.organization_id
    left join places l on l.id = g.place_id
    where g.author_id = ${viewer.accountId} and g.state = ${state}
      -- Of what was withdrawn since, there is nothing to mend.
      and (g.kind = 'creation' or coalesce(p.code, m.code, o.slug, l.slug) is not null)
    order by coalesce(g.published_at, g.reviewed_at, g.submitted_at) desc limit ${most})`;
  return db.$queryRaw<OwnChange[]>`
    ${own(Prisma.sql`'returned'`, mostOpen)} union all ${own(Prisma.sql`'submitted'`, mostOpen)}
    union all ${own(Prisma.sql`'published'`, mostPublished)}`;
}
