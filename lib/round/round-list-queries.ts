import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { listStoredRounds } from "@/lib/progress/round-queries";
import { currentRound, type StoredRound } from "@/lib/progress/round-rules";
import { answersMonth, owesReport } from "@/lib/progress/round-sql";
import { visibleTo } from "@/lib/project/project-access-sql";
import { Prisma } from "@/prisma/generated/client";

/** How the projects stand that the viewer may see in a round. */
export type RoundCounts = {
  /** Projects that are reported on in this month. */
  owed: number;
  submitted: number;
  published: number;
  returned: number;
  silent: number;
};

export type ListedRound = StoredRound & {
  /** Nobody opened it: the rule of the 10th holds. */
  isByRule: boolean;
  counts: RoundCounts;
};

/** The rounds of the past year that were opened, and the month's own, newest first. */
export async function listRounds(viewer: Viewer, today: IsoDate): Promise<ListedRound[]> {
  requirePermission(viewer, "round:read");
  const stored = await listStoredRounds(viewer);
  const own = currentRound(today);
  const isOpened = stored.some(({ period }) => period === own.period);
  const rounds = [
    ...stored.map((round) => ({ ...round, isByRule: false })),
    ...(isOpened ? [] : [{ ...own, note: null, closedOn: null, closeReason: null, isByRule: true }]),
  ].toSorted((one, other) => other.period.localeCompare(one.period));
  const counts = await countByRound(
    viewer,
    rounds.map(({ period }) => period),
  );
  return rounds.map((round) => ({ ...round, counts: counts.get(round.period) ?? nothing }));
}

const nothing: RoundCounts = { owed: 0, submitted: 0, published: 0, returned: 0, silent: 0 };

async function countByRound(viewer: Viewer, periods: readonly IsoDate[]) {
  const rows = await db.$queryRaw<(RoundCounts & { period: IsoDate })[]>`
    select month::text as period, ${countColumns}
    from unnest(${periods}::date[]) month
    cross join projects p
    left join progress_reports r on ${answersMonth(Prisma.sql`month`)}
    where ${visibleTo(viewer)} and (${owesReport(Prisma.sql`month`)} or r.id is not null)
    group by month`;
  return new Map(rows.map(({ period, ...counts }) => [period, counts]));
}

/** The columns that count projects beside the report `r` that answers a month. */
export const countColumns = Prisma.sql`count(*)::int as owed,
  count(*) filter (where r.state = 'submitted')::int as submitted,
  count(*) filter (where r.state = 'published')::int as published,
  count(*) filter (where r.state = 'returned')::int as returned,
  count(*) filter (where r.id is null)::int as silent`;
