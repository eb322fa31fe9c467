import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** SQL condition on a project `p`: it was signed by the end of the month and did not end, so it is reported on. */
export function owesReport(period: Prisma.Sql): Prisma.Sql {
  const next = Prisma.sql`(${period} + interval '1 month')`;
  return Prisma.sql`(p.condition is distinct from 'terminated' and (p.stage_to is null
    or coalesce(p.stage_from, p.stage_to) < ${next}
    or exists (select from stage_events e
      where e.project_id = p.id and coalesce(e.effective_from, e.effective_to) < ${next}
        and not exists (select from event_retractions x where x.stage_event_id = e.id))))`;
}

/** SQL condition on reports `r`: the one that answers its month for a project `p`; at most one does. */
export function answersMonth(period: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(r.project_id = p.id and r.period = ${period}
    and (r.state = 'published' or (r.state in ('submitted', 'returned') and r.corrects_id is null)))`;
}
