import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** Whether a report `r` is the one of its project and month: another may follow only after it was withdrawn. */
export const takesMonth = Prisma.sql`r.state in ('submitted', 'returned', 'published')`;

/** What `TakenMonth` says of a report `r` by an account `a`, for json_build_object. */
export const takenMonthColumns = Prisma.sql`'id', r.id, 'period', r.period, 'state', r.state,
  'authorId', r.author_id, 'author', a.display_name`;
