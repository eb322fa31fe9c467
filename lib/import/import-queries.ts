import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import type {
  CellChange,
  CellProblem,
  ImportKind,
  ImportVerdict,
  JudgedRow,
  UploadedColumn,
} from "@/lib/import/import-dto";
import type { VerdictCounts } from "@/lib/import/import-sentence";
import type { ChangeKind, Evidence } from "@/lib/register-change/register-change-rules";
import { Prisma } from "@/prisma/generated/client";

export const rowsOfPage = 50;
const mostListed = 20;

export type ImportState = "reading" | "refused" | "previewed" | "confirmed";

export type ListedImport = {
  id: number;
  kind: ImportKind | null;
  state: ImportState;
  fileName: string;
  uploadedAt: string;
  counts: VerdictCounts;
  handedIn: number;
};

const countsJson = Prisma.sql`(
  select json_build_object('bad', count(*) filter (where r.verdict = 'bad'), 'new', count(*) filter (where r.verdict = 'new'),
    'changed', count(*) filter (where r.verdict = 'changed'),
    'in_review', count(*) filter (where r.verdict = 'in_review'),
    'unchanged', count(*) filter (where r.verdict = 'unchanged'))
  from import_rows r where r.import_id = i.id)`;

const handedIn = Prisma.sql`(
  select count(*)::int from import_rows r
  where r.import_id = i.id and num_nonnulls(r.report_id, r.register_change_id) > 0)`;

/** The viewer's newest uploads. */
export async function listImports(viewer: Viewer): Promise<ListedImport[]> {
  requirePermission(viewer, "import:write");
  return db.$queryRaw<ListedImport[]>`
    select i.id, i.kind, i.state, i.file_name as "fileName", to_json(i.uploaded_at)#>>'{}' as "uploadedAt",
      ${countsJson} as counts, ${handedIn} as "handedIn"
    from imports i where i.account_id = ${viewer.accountId} order by i.uploaded_at desc, i.id desc limit ${mostListed}`;
}

export type PreviewRow = {
  row: number;
  key: string | null;
  title: string;
  verdict: ImportVerdict;
  problems: CellProblem[];
  changes: CellChange[];
  isChosen: boolean;
  /** Number of the report or change that came of it; null: none yet. */
  result: number | null;
  failure: string | null;
};

export type ImportPreview = ListedImport & {
  refusal: string | null;
  /** The same bytes were handed in before: the id of that upload; null: no. */
  earlierId: number | null;
  unreadColumns: string[];
  chosen: number;
  /** Chosen and not tried yet. */
  pending: number;
  failed: number;
  evidence: Evidence | null;
  reason: string | null;
  changeKind: Exclude<ChangeKind, "creation"> | null;
  today: IsoDate;
  rows: PreviewRow[];
};

/** An upload of the viewer's with one page of its rows; null: there is none. */
export async function findImport(
  viewer: Viewer,
  id: number,
  { show, page }: { show: ImportVerdict | null; page: number },
): Promise<ImportPreview | null> {
  requirePermission(viewer, "import:write");
  const shown = show ? Prisma.sql`and r.verdict = ${show}::import_verdict` : Prisma.empty;
  const [preview] = await db.$queryRaw<ImportPreview[]>`
    select i.id, i.kind, i.state, i.file_name as "fileName", to_json(i.uploaded_at)#>>'{}' as "uploadedAt",
      ${countsJson} as counts, ${handedIn} as "handedIn", i.refusal, app_today()::text as today,
      (select x.id from imports x where x.account_id = i.account_id and x.sha256 = i.sha256 and x.state = 'confirmed'
        and x.id < i.id order by x.id desc limit 1) as "earlierId",
      (select coalesce(json_agg(c ->> 'name'), '[]') from jsonb_array_elements(i.columns) c
        where not (c ->> 'isRead')::boolean) as "unreadColumns",
      (select count(*)::int from import_rows r where r.import_id = i.id and r.is_chosen) as chosen,
      (select count(*)::int from import_rows r where r.import_id = i.id and r.is_chosen
        and num_nonnulls(r.report_id, r.register_change_id, r.failure) = 0) as pending,
      (select count(*)::int from import_rows r where r.import_id = i.id and r.failure is not null) as failed,
      case when i.evidence_kind is not null then
        json_build_object('kind', i.evidence_kind, 'text', i.evidence, 'on', i.evidence_on) end as evidence,
      i.reason, i.change_kind as "changeKind",
      (select coalesce(json_agg(x order by x.row), '[]') from (
        select r.row, r.key, r.title, r.verdict, r.problems, r.changes, r.is_chosen as "isChosen",
          coalesce(r.report_id, r.register_change_id) as result, r.failure
        from import_rows r where r.import_id = i.id ${shown}
        order by r.row limit ${rowsOfPage} offset ${(page - 1) * rowsOfPage}) x) as rows
    from imports i where i.id = ${id} and i.account_id = ${viewer.accountId}`;
  return preview ?? null;
}

export type BadRows = {
  fileName: string;
  columns: UploadedColumn[];
  rows: (Pick<JudgedRow, "row" | "cells" | "problems"> & { failure: string | null })[];
};

/** The rows of an upload of the viewer's that cannot be handed in, as they stood there; null: there is no such upload. */
export async function findBadRows(viewer: Viewer, id: number): Promise<BadRows | null> {
  requirePermission(viewer, "import:write");
  const [found] = await db.$queryRaw<BadRows[]>`
    select i.file_name as "fileName", i.columns,
      (select coalesce(json_agg(json_build_object('row', r.row, 'cells', r.cells, 'problems', r.problems,
          'failure', r.failure) order by r.row), '[]')
        from import_rows r where r.import_id = i.id and (r.verdict = 'bad' or r.failure is not null)) as rows
    from imports i where i.id = ${id} and i.account_id = ${viewer.accountId}`;
  return found ?? null;
}

/** What handing an upload in has to know; `hasChanges`: some of its rows change what is registered. */
export type Confirmable = { kind: ImportKind | null; hasChanges: boolean; today: IsoDate };

/** An upload of the viewer's; one that is not there has nothing to hand in. */
export async function findConfirmable(viewer: Viewer, id: number): Promise<Confirmable> {
  requirePermission(viewer, "import:write");
  const [found] = await db.$queryRaw<Confirmable[]>`
    select i.kind, app_today()::text as today,
      exists (select from import_rows r where r.import_id = i.id and r.verdict = 'changed') as "hasChanges"
    from imports i where i.id = ${id} and i.account_id = ${viewer.accountId}`;
  return found ?? { kind: null, hasChanges: false, today: "" };
}
