import "server-only";
import { Prisma } from "@/prisma/generated/client";

type Publication = { id: number; version: number; reviewerId: number; isMoneyPublic: boolean };

/**
 * Publishes a report and all that follows from it in one statement: its events and what cites it. The projections
 * of the project follow by trigger. Returns its id, none when the version is another by now.
 */
export function publishReportSql({ id, version, reviewerId, isMoneyPublic }: Publication): Prisma.Sql {
  return Prisma.sql`
    with report as (
      update progress_reports
      set state = 'published', reviewer_id = ${reviewerId}, reviewed_at = app_now(), published_at = app_now(),
        is_money_public = ${isMoneyPublic}, version = version + 1
      where id = ${id} and version = ${version} and state = 'submitted'
      returning *
    ), stage as (
      insert into stage_events (project_id, stage, effective_from, effective_to, effective_precision, recorded_at,
        evidence, reason, report_id)
      select project_id, new_stage, stage_from, stage_to, stage_precision, app_now(), stage_evidence, stage_reason, id
      from report where new_stage is not null
      returning id, report_id
    ), condition as (
      -- The report speaks of its month, and of no day after it was handed in.
      insert into condition_events (project_id, condition, effective_from, effective_to, effective_precision,
        recorded_at, reason, review_on, report_id)
      select project_id, new_condition, day, day, 'day', app_now(), condition_reason, condition_review_on, id
      from report,
        least((period + interval '1 month - 1 day')::date, shanghai_day(submitted_at)) as day
      where new_condition is not null
    ), cited as (
      insert into citations (stage_event_id, milestone_id, commitment_id, field, report_id)
      select id, null::int, null::int, 'stage', report_id from stage
      union all
      select null, c.milestone_id, null, 'actual', c.report_id
      from milestone_completions c join report on report.id = c.report_id
      union all
      select null, null, x.commitment_id, 'reported', x.report_id
      from commitment_readings x join report on report.id = x.report_id
    )
    select id from report`;
}

type Replacement = { id: number; correctionId: number; accountId: number };

/**
 * A correction takes the place of a published report: it is kept as corrected, and the events that it brought are
 * retracted for the correction's reason. Returns its id, none when it is not published any more.
 */
export function replaceReportSql({ id, correctionId, accountId }: Replacement): Prisma.Sql {
  return Prisma.sql`
    with corrected as (
      update progress_reports set state = 'corrected', version = version + 1
      where id = ${id} and state = 'published'
      returning id
    ), retracted as (
      insert into event_retractions (stage_event_id, condition_event_id, reason, recorded_at, account_id)
      select x.stage_event_id, x.condition_event_id, c.correction_reason, app_now(), ${accountId}::int
      from (
        select e.id as stage_event_id, null::int as condition_event_id
        from stage_events e join corrected on corrected.id = e.report_id
        where not exists (select from event_retractions x where x.stage_event_id = e.id)
        union all
        select null, e.id from condition_events e join corrected on corrected.id = e.report_id
        where not exists (select from event_retractions x where x.condition_event_id = e.id)) x
      join progress_reports c on c.id = ${correctionId}
    )
    select id from corrected`;
}
