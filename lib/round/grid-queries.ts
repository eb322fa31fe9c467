import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { StoredDraft } from "@/lib/draft/draft-rules";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { GridScope } from "@/lib/paths";
import type { FormCommitment } from "@/lib/progress/progress-queries";
import { commitmentsJson, openProblemsJson } from "@/lib/progress/report-content-sql";
import { storedRoundColumns } from "@/lib/progress/round-queries";
import { roundOf, type StoredRound } from "@/lib/progress/round-rules";
import { answersMonth, owesReport } from "@/lib/progress/round-sql";
import { visibleTo } from "@/lib/project/project-access-sql";
import type { Condition, Stage } from "@/lib/project/project-rules";
import { gridForm } from "@/lib/round/grid-rules";
import { Prisma } from "@/prisma/generated/client";

const mostRows = 100;

/** One project of the grid, due in its month. */
export type GridRow = {
  code: string;
  name: string;
  stage: Stage;
  condition: Condition | null;
  /** There is something that can be unchanged. */
  isVerified: boolean;
  /** The viewer began a full report of it, which has to be handed in on its own page. */
  hasDraft: boolean;
  /** 形象进度 as published; null: never given. */
  percent: number | null;
  /** What a number can show of what was promised. */
  commitments: FormCommitment[];
  /** The newest published report that said more than 本期无变化; null: none. */
  last: { period: IsoDate; summary: string } | null;
  openProblems: number;
};

export type Grid = {
  today: IsoDate;
  round: Pick<StoredRound, "period" | "dueOn" | "note" | "closedOn" | "closeReason">;
  scope: GridScope;
  rows: GridRow[];
  /** Projects that are due, in each scope; the rows may be the first of them. */
  counts: Record<GridScope, number>;
  draft: StoredDraft | null;
};

/** The grid of a month for a viewer; without a scope their own projects, or where they have none, those open to all. */
export async function getGrid(viewer: Viewer, period: IsoDate, scope: GridScope | null): Promise<Grid> {
  requirePermission(viewer, "report:write");
  const { today, round, ...counts } = await readHead(viewer, period);
  const shown = scope ?? (counts.own > 0 ? "own" : "open");
  const rows = await listDueRows(viewer, period, shown);
  const draft = await findGridDraft(viewer, period, shown);
  const rule = { ...roundOf(period), note: null, closedOn: null, closeReason: null };
  return { today, round: round ?? rule, scope: shown, rows, counts, draft };
}

/** The projects of one scope that are due in a month; at most 100. */
export function listDueRows(viewer: Viewer, period: IsoDate, scope: GridScope): Promise<GridRow[]> {
  return db.$queryRaw<GridRow[]>`
    select p.code, p.short_name as name, p.stage, p.condition, p.is_verified as "isVerified", p.percent,
      ${commitmentsJson} as commitments,
      exists (select from drafts d where d.account_id = ${viewer.accountId} and d.form = 'report:' || p.code)
        as "hasDraft",
      (select json_build_object('period', r.period, 'summary', r.summary) from progress_reports r
        where r.project_id = p.id and r.state = 'published' and not r.is_unchanged
        order by r.period desc, r.published_at desc limit 1) as last,
      json_array_length(${openProblemsJson}) as "openProblems"
    from projects p where ${isDue(viewer, period)} and ${isInScope(viewer, scope)}
    order by p.code limit ${mostRows}`;
}

/** The viewer's draft of a grid; null: there is none. */
export async function findGridDraft(
  viewer: Viewer,
  period: IsoDate,
  scope: GridScope,
): Promise<StoredDraft | null> {
  const [draft] = await db.$queryRaw<StoredDraft[]>`
    select d.input, d.version, to_json(d.updated_at)#>>'{}' as "savedAt"
    from drafts d where d.account_id = ${viewer.accountId} and d.form = ${gridForm(period, scope)}`;
  return draft ?? null;
}

type Head = { today: IsoDate; round: StoredRound | null } & Record<GridScope, number>;

async function readHead(viewer: Viewer, period: IsoDate): Promise<Head> {
  const [head] = await db.$queryRaw<Head[]>`
    select app_today()::text as today,
      (select row_to_json(x) from (
        select ${storedRoundColumns} from rounds x where x.period = ${period}::date) x) as round,
      (select count(*)::int from projects p where ${isDue(viewer, period)} and ${isInScope(viewer, "own")}) as own,
      (select count(*)::int from projects p where ${isDue(viewer, period)} and ${isInScope(viewer, "open")}) as open`;
  if (!head) throw new Error("an aggregate without a row");
  return head;
}

function isDue(viewer: Viewer, period: IsoDate): Prisma.Sql {
  const month = Prisma.sql`${period}::date`;
  return Prisma.sql`${visibleTo(viewer)} and ${owesReport(month)}
    and not exists (select from progress_reports r where ${answersMonth(month)})`;
}

/** What is visible and not the viewer's own has no person. */
function isInScope(viewer: Viewer, scope: GridScope): Prisma.Sql {
  const isOwn = Prisma.sql`exists (select from assignments a
    where a.project_id = p.id and a.until is null and a.account_id = ${viewer.accountId})`;
  return scope === "own" ? isOwn : Prisma.sql`not ${isOwn}`;
}

const mostNames = 200;

/** The viewer's reports of a month that wait for review: how many, and for which projects. */
export async function listHandedIn(
  viewer: Viewer,
  period: IsoDate,
): Promise<{ count: number; names: string[] }> {
  requirePermission(viewer, "report:write");
  const rows = await db.$queryRaw<{ name: string; count: number }[]>`
    select p.short_name as name, count(*) over ()::int as count
    from progress_reports r join projects p on p.id = r.project_id
    where r.author_id = ${viewer.accountId} and r.period = ${period}::date and r.state = 'submitted'
    order by p.code limit ${mostNames}`;
  return { count: rows[0]?.count ?? 0, names: rows.map(({ name }) => name) };
}
