import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { mendableBy } from "@/lib/project/succession-sql";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whether a report `r` takes its month: no other report of it may follow before it is withdrawn. A correction that is
 * not published yet waits beside it, and takes the place of another correction.
 */
export function takesMonth({ isCorrection }: { isCorrection: boolean }): Prisma.Sql {
  return Prisma.sql`r.state in ('submitted', 'returned', 'published')
    and (r.corrects_id is not null and r.state <> 'published') = ${isCorrection}`;
}

/** What `TakenMonth` says of a report `r` by an account `a`, for json_build_object. */
export const takenMonthColumns = (
  viewer: Viewer,
) => Prisma.sql`'id', r.id, 'period', r.period, 'state', r.state,
  'author', a.display_name, 'isMendable', r.state = 'returned' and ${mendableBy(viewer, "r")}`;
