import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { CommitmentContent } from "@/lib/commitment/commitment-register-schema";

/** The commitments of a project as they stand, in their order. */
export async function findRegisteredCommitments(
  client: Pick<Transaction, "$queryRaw">,
  projectId: number,
): Promise<CommitmentContent[]> {
  return client.$queryRaw<CommitmentContent[]>`
    select c.ordinal, c.indicator, c.unit, c.note, c.is_measurable as "isMeasurable", null as reason,
      (case when last.id is null then c.target_value else last.new_target_value end)::float8 as target,
      case when last.id is null then range_json(c.due_from, c.due_to, c.due_precision)
        else range_json(last.new_due_from, last.new_due_to, last.new_due_precision) end as due
    from commitments c
    left join lateral (
      select * from commitment_revisions v where v.commitment_id = c.id order by v.id desc limit 1) last on true
    where c.project_id = ${projectId} order by c.ordinal`;
}
