import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** What is reviewed: its table, and the column by which the events that it brought name it. */
const reviewed = {
  report: { table: Prisma.sql`progress_reports`, origin: Prisma.sql`report_id` },
  statusCheck: { table: Prisma.sql`status_checks`, origin: Prisma.sql`status_check_id` },
  registerChange: { table: Prisma.sql`register_changes`, origin: Prisma.sql`register_change_id` },
} as const;

type Return = { id: number; version: number; reviewerId: number; reason: string; field: string | null };

/** Gives it back to its author: its id, none when the version is another by now. */
export function returnSql(kind: keyof typeof reviewed, given: Return): Prisma.Sql {
  const { id, version, reviewerId, reason, field } = given;
  return Prisma.sql`
    update ${reviewed[kind].table}
    set state = 'returned', reviewer_id = ${reviewerId}, reviewed_at = app_now(), return_reason = ${reason},
      return_field = ${field}, version = version + 1
    where id = ${id} and version = ${version} and state = 'submitted'
    returning id`;
}

type Withdrawal = { id: number; version: number; accountId: number; reason: string };

/** Withdraws it and retracts the events that it brought; the projections fall back by trigger. */
export function withdrawSql(kind: keyof typeof reviewed, given: Withdrawal): Prisma.Sql {
  const { id, version, accountId, reason } = given;
  const { table, origin } = reviewed[kind];
  return Prisma.sql`
    with withdrawn as (
      update ${table}
      set state = 'withdrawn', withdrawn_at = app_now(), withdrawn_by_id = ${accountId}, withdraw_reason = ${reason},
        version = version + 1
      where id = ${id} and version = ${version} and state = 'published'
      returning id
    ), retracted as (
      insert into event_retractions (stage_event_id, condition_event_id, reason, recorded_at, account_id)
      select e.id, null::int, ${reason}, app_now(), ${accountId}::int
      from stage_events e join withdrawn w on w.id = e.${origin}
      where not exists (select from event_retractions x where x.stage_event_id = e.id)
      union all
      select null, e.id, ${reason}, app_now(), ${accountId}::int
      from condition_events e join withdrawn w on w.id = e.${origin}
      where not exists (select from event_retractions x where x.condition_event_id = e.id)
    )
    select id from withdrawn`;
}
