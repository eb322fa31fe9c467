import "server-only";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL relation: each problem of each project by its newest row in the reports `r` that count: the columns of
 * problems and project_id. A report that does not name it changes nothing.
 */
export function newestProblems(counts: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select distinct on (r.project_id, q.key) q.*, r.project_id
    from problems q join progress_reports r on r.id = q.report_id
    where ${counts}
    order by r.project_id, q.key, r.period desc, r.published_at desc`;
}

/** The same for what is open now, which the projection knows. */
export const problemsOpenNow = Prisma.sql`
  select q.*, o.project_id from open_problems o join problems q on q.id = o.problem_id`;
