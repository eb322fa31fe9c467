import "server-only";
import type { CheckEffects } from "@/lib/status-check/status-check-rules";
import { Prisma } from "@/prisma/generated/client";

type Publication = { id: number; version: number; reviewerId: number; effects: CheckEffects };

/** Publishes a check with its events in one statement: its id, none when the version is another by now. */
export function publishCheckSql({ id, version, reviewerId, effects }: Publication): Prisma.Sql {
  return Prisma.sql`
    with published as (
      update status_checks
      set state = 'published', reviewer_id = ${reviewerId}, reviewed_at = app_now(), published_at = app_now(),
        version = version + 1
      where id = ${id} and version = ${version} and state = 'submitted'
      returning *
    ), stage as (
      insert into stage_events (project_id, stage, effective_from, effective_to, effective_precision, recorded_at,
        evidence, reason, status_check_id)
      select project_id, ${effects.stage}::stage, effective_from, effective_to, effective_precision, app_now(),
        evidence, reason, id
      from published where ${effects.stage}::stage is not null
      returning id, status_check_id
    ), condition as (
      insert into condition_events (project_id, condition, effective_from, effective_to, effective_precision,
        recorded_at, reason, status_check_id)
      select project_id, ${effects.condition}::condition, effective_from, effective_to, effective_precision, app_now(),
        reason, id
      from published where ${effects.condition}::condition is not null
    ), cited as (
      insert into citations (stage_event_id, field, status_check_id) select id, 'stage', status_check_id from stage
    )
    select id from published`;
}
