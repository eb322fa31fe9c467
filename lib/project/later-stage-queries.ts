import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { Stage } from "@/lib/project/project-rules";
import { DomainError } from "@/lib/result";
import { stageText } from "@/lib/text/stage-text";

type LaterStage = { stage: Stage; reportId: number };

/**
 * Refuses to take back a stage on which a later one rests: 投产 without a reason of its own says that there was 开工.
 * A status check is its own reason.
 */
export async function requireNothingRestsOn(
  tx: Transaction,
  { reportId, statusCheckId }: { reportId: number | null; statusCheckId: number | null },
): Promise<void> {
  const [later] = await tx.$queryRaw<LaterStage[]>`
    select e.stage, e.report_id as "reportId"
    from stage_events own join stage_events e on e.project_id = own.project_id and e.stage > own.stage
    where (own.report_id = ${reportId}::int or own.status_check_id = ${statusCheckId}::int)
      and e.report_id is not null and e.reason is null
      and not exists (select from event_retractions x where x.stage_event_id = e.id)
    order by e.stage desc limit 1`;
  if (!later) return;
  throw new DomainError(
    `之后的“${stageText[later.stage]}”（填报编号 ${later.reportId}）以这一份的阶段为前提。请先撤回那一份，再撤回这一份。`,
  );
}
