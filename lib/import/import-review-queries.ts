import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { CellChange } from "@/lib/import/import-dto";
import type { ChangeKind, Evidence } from "@/lib/register-change/register-change-rules";
import { Prisma } from "@/prisma/generated/client";

export const changesOfPage = 50;
const mostListed = 20;

/** An import whose changes of the register wait for a decision. */
export type WaitingImport = { id: number; fileName: string; author: string; isOwn: boolean; waiting: number };

const waitingChanges = Prisma.sql`
  import_rows r join register_changes g on g.id = r.register_change_id and g.state = 'submitted'`;

/** The imports that a reviewer can decide on as a whole, the oldest first. */
export async function listWaitingImports(viewer: Viewer): Promise<WaitingImport[]> {
  requirePermission(viewer, "register:review");
  return db.$queryRaw<WaitingImport[]>`
    select i.id, i.file_name as "fileName", a.display_name as author, i.account_id = ${viewer.accountId} as "isOwn",
      count(*)::int as waiting
    from ${waitingChanges}
    join imports i on i.id = r.import_id join accounts a on a.id = i.account_id
    group by i.id, a.id order by i.confirmed_at, i.id limit ${mostListed}`;
}

export type ImportedChange = {
  id: number;
  row: number;
  title: string;
  /** Null: a registration. */
  code: string | null;
  kind: ChangeKind;
  reason: string | null;
  changes: CellChange[];
};

export type ImportReview = {
  id: number;
  fileName: string;
  author: string;
  isOwn: boolean;
  evidence: Evidence | null;
  counts: Record<"creation" | "change" | "correction", number>;
  /** Of everything that waits: what was seen is what is published. */
  seen: string;
  published: number;
  returned: number;
  changes: ImportedChange[];
};

/** What waits of an import, one page of it; null: there is no such import. */
export async function findImportReview(
  viewer: Viewer,
  id: number,
  page: number,
): Promise<ImportReview | null> {
  requirePermission(viewer, "register:review");
  const count = (kind: ChangeKind) => Prisma.sql`count(*) filter (where g.kind = ${kind}::change_kind)`;
  const [review] = await db.$queryRaw<ImportReview[]>`
    select i.id, i.file_name as "fileName", a.display_name as author, i.account_id = ${viewer.accountId} as "isOwn",
      case when i.evidence_kind is not null then
        json_build_object('kind', i.evidence_kind, 'text', i.evidence, 'on', i.evidence_on) end as evidence,
      (select json_build_object('creation', ${count("creation")}, 'change', ${count("change")},
          'correction', ${count("correction")})
        from ${waitingChanges} where r.import_id = i.id) as counts,
      ${seenBy(Prisma.sql`i.id`)} as seen,
      (select count(*)::int from import_rows r join register_changes g on g.id = r.register_change_id
        where r.import_id = i.id and g.state = 'published') as published,
      (select count(*)::int from import_rows r join register_changes g on g.id = r.register_change_id
        where r.import_id = i.id and g.state = 'returned') as returned,
      (select coalesce(json_agg(x order by x.row), '[]') from (
        select g.id, r.row, g.title, p.code, g.kind, g.reason, r.changes
        from ${waitingChanges} left join projects p on p.id = g.project_id
        where r.import_id = i.id order by r.row limit ${changesOfPage} offset ${(page - 1) * changesOfPage}) x) as changes
    from imports i join accounts a on a.id = i.account_id
    where i.id = ${id} and i.kind = 'register' and i.state = 'confirmed'`;
  return review ?? null;
}

/** SQL for a text that is another one as soon as something else waits, or something waits in another version. */
export function seenBy(importId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select coalesce(md5(string_agg(g.id || ':' || g.version, ',' order by g.id)), '')
    from ${waitingChanges} where r.import_id = ${importId})`;
}

/** The changes of an import that wait, with their versions, in the order of its rows. */
export async function listWaitingChanges(
  viewer: Viewer,
  id: number,
): Promise<{ id: number; version: number; row: number; title: string }[]> {
  requirePermission(viewer, "register:review");
  return db.$queryRaw`
    select g.id, g.version, r.row, g.title from ${waitingChanges} where r.import_id = ${id} order by r.row`;
}

/** The text that the page showed, as it would be now. */
export async function getSeen(viewer: Viewer, id: number): Promise<string> {
  requirePermission(viewer, "register:review");
  const [row] = await db.$queryRaw<{ seen: string }[]>`select ${seenBy(Prisma.sql`${id}`)} as seen`;
  return row?.seen ?? "";
}
