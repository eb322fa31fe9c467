import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { Stage } from "@/lib/project/project-rules";
import { DomainError } from "@/lib/result";
import { stageText } from "@/lib/text/stage-text";
import { Prisma } from "@/prisma/generated/client";

type LaterStage = { stage: Stage; reportId: number };

type Origin = { reportId: number } | { statusCheckId: number } | { registerChangeId: number };

/**
 * Refuses to take back a stage on which a later one rests, where nothing else brings it: 投产 without a reason of its
 * own says that there was 开工. A status check is its own reason.
 */
export async function requireNothingRestsOn(tx: Transaction, origin: Origin): Promise<void> {
  const [later] = await tx.$queryRaw<LaterStage[]>`
    select e.stage, e.report_id as "reportId"
    from stage_events own join stage_events e on e.project_id = own.project_id and e.stage > own.stage
    where ${isOf("own", origin)} and ${stands("own")}
      and e.report_id is not null and e.reason is null and ${stands("e")}
      and not exists (select from stage_events other
        where other.project_id = own.project_id and other.stage = own.stage and ${stands("other")}
          and not coalesce(${isOf("other", origin)}, false) and (other.effective_from is null or other.effective_from <= e.effective_to))
    order by e.stage desc limit 1`;
  if (!later) return;
  throw new DomainError(
    `之后的“${stageText[later.stage]}”（填报编号 ${later.reportId}）以这一份的阶段为前提。请先撤回那一份，再撤回这一份。`,
  );
}

type Alias = "own" | "e" | "other";

function isOf(alias: Alias, origin: Origin): Prisma.Sql {
  const event = Prisma.raw(alias);
  if ("reportId" in origin) return Prisma.sql`${event}.report_id = ${origin.reportId}::int`;
  if ("statusCheckId" in origin) return Prisma.sql`${event}.status_check_id = ${origin.statusCheckId}::int`;
  return Prisma.sql`${event}.register_change_id = ${origin.registerChangeId}::int`;
}

const stands = (alias: Alias) => Prisma.sql`not exists (
  select from event_retractions x where x.stage_event_id = ${Prisma.raw(alias)}.id)`;
