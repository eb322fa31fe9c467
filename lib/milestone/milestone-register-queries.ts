import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { MilestoneContent } from "@/lib/milestone/milestone-register-schema";

/** The milestones of a project as they stand, in their order. */
export async function findRegisteredMilestones(
  client: Pick<Transaction, "$queryRaw">,
  projectId: number,
): Promise<MilestoneContent[]> {
  return client.$queryRaw<MilestoneContent[]>`
    select m.ordinal, m.title, m.note, null as reason,
      coalesce(range_json(m.revised_from, m.revised_to, m.revised_precision),
        range_json(m.planned_from, m.planned_to, m.planned_precision)) as planned
    from milestones m where m.project_id = ${projectId} order by m.ordinal`;
}
