import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { activeRounds, type Round, type StoredRound } from "@/lib/progress/round-rules";
import { Prisma } from "@/prisma/generated/client";

/** The columns of a round `x` that `StoredRound` has. */
export const storedRoundColumns = Prisma.sql`x.period::text, x.due_on::text as "dueOn", x.note,
  shanghai_day(x.closed_at)::text as "closedOn", x.close_reason as "closeReason"`;

const mostStored = 15;

/** The rounds that reviewers opened for the months one may report on, the newest first. */
export async function listStoredRounds(viewer: Viewer): Promise<StoredRound[]> {
  requirePermission(viewer, "round:read");
  return db.$queryRaw<StoredRound[]>`
    select ${storedRoundColumns} from rounds x
    where x.period >= date_trunc('month', app_today()) - interval '12 months'
    order by x.period desc limit ${mostStored}`;
}

/** The rounds in which reports are due today, the earliest deadline first. */
export async function listActiveRounds(viewer: Viewer, today: string): Promise<Round[]> {
  return activeRounds(today, await listStoredRounds(viewer));
}
