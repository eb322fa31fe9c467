import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { mendableBy } from "@/lib/project/succession-sql";
import { Prisma } from "@/prisma/generated/client";

/**
 * Whether a report `r` takes its month: no other report of it may follow before it is withdrawn. A correction that is
 * not published yet waits beside the report that it corrects, and takes the place of another correction of that one.
 */
export function takesMonth(corrects: number | null): Prisma.Sql {
  // As the index of live reports has it.
  return Prisma.sql`r.state in ('submitted', 'returned', 'published')
    and (case when r.state = 'published' then 0 else coalesce(r.corrects_id, 0) end) = ${corrects ?? 0}::int`;
}

/** What `TakenMonth` says of a report `r` by an account `a`, for json_build_object. */
export const takenMonthColumns = (
  viewer: Viewer,
) => Prisma.sql`'id', r.id, 'period', r.period, 'state', r.state,
  'author', a.display_name, 'isMendable', r.state = 'returned' and ${mendableBy(viewer, "r")}`;
