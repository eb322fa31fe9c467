import "server-only";
import { Prisma } from "@/prisma/generated/client";

// What was reported of `projects p` and published since. Each part names the state it may show.

const reportLimit = 20;
const changeLimit = 50;

const readings = Prisma.sql`(
  select coalesce(json_agg(json_build_object('indicator', c.indicator, 'value', g.value, 'unit', c.unit)
    order by c.ordinal), '[]')
  from commitment_readings g join commitments c on c.id = g.commitment_id where g.report_id = r.id)`;

const milestonesMet = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'title', m.title, 'actual', range_json(k.actual_from, k.actual_to, k.actual_precision)) order by m.ordinal), '[]')
  from milestone_completions k join milestones m on m.id = k.milestone_id where k.report_id = r.id)`;

const photos = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'key', a.key, 'width', a.width, 'height', a.height, 'caption', a.caption) order by a.id), '[]')
  from attachments a where a.report_id = r.id and a.kind = 'photo' and a.removed_at is null)`;

/** Key and value pairs of what the public reads of a report `r`; money only when a reviewer cleared it. */
const reportWords = Prisma.sql`
    'id', r.id, 'publishedAt', r.published_at, 'summary', r.summary, 'percent', r.percent,
    'stageChange', case when r.new_stage is not null then json_build_object(
      'stage', r.new_stage, 'effective', range_json(r.stage_from, r.stage_to, r.stage_precision)) end,
    'conditionChange', r.new_condition,
    'arrivedFunds', case when r.is_money_public then money_json(r.arrived_funds, 'CNY') end,
    'completedInvestment', case when r.is_money_public then money_json(r.completed_investment, 'CNY') end,
    'readings', ${readings}, 'milestonesMet', ${milestonesMet}`;

/** What the published report `own` corrected, and what that one had corrected before. */
const correctedVersions = Prisma.sql`(
  with recursive version as (
    select own.corrects_id as id, own.published_at as corrected_at, own.correction_reason as reason
    union all
    select r.corrects_id, r.published_at, r.correction_reason
    from version v join progress_reports r on r.id = v.id where r.corrects_id is not null)
  select coalesce(json_agg(json_build_object(
    'correctedAt', v.corrected_at, 'reason', v.reason, ${reportWords}) order by r.published_at desc), '[]')
  from version v join progress_reports r on r.id = v.id and r.state = 'corrected')`;

/**
 * The latest published reports as `PublicReport[]`, newest first, their photos without addresses; money only when a
 * reviewer cleared it.
 */
export const projectReports = Prisma.sql`(
  select coalesce(json_agg(own.report order by own.period desc, own.published_at desc), '[]')
  from (
    select r.period, r.published_at, json_build_object(
      'period', r.period, 'photos', ${photos}, 'corrected', ${correctedVersions}, ${reportWords}) as report
    from progress_reports r
    cross join lateral (select r.corrects_id, r.published_at, r.correction_reason) own
    where r.project_id = p.id and r.state = 'published'
    order by r.period desc, r.published_at desc limit ${reportLimit}) own)`;

/** The latest published status checks as `PublicStatusCheck[]`, newest first. */
export const projectStatusChecks = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'id', k.id, 'answer', k.answer, 'evidenceKind', k.evidence_kind, 'evidence', k.evidence,
    'effective', range_json(k.effective_from, k.effective_to, k.effective_precision),
    'publishedAt', k.published_at) order by k.published_at desc), '[]')
  from (
    select * from status_checks
    where project_id = p.id and state = 'published'
    order by published_at desc limit ${reportLimit}) k)`;

/** The latest published changes of the register about the project as `PublicRegisterChange[]`, newest first. */
export const projectRegisterChanges = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'id', g.id, 'subject', g.subject, 'kind', g.kind, 'publishedAt', g.published_at, 'evidenceKind', g.evidence_kind,
    'evidence', g.evidence, 'evidenceOn', g.evidence_on, 'reason', g.reason
  ) order by g.published_at desc, g.id desc), '[]')
  from (
    select * from register_changes
    where project_id = p.id and state = 'published' order by published_at desc, id desc limit ${changeLimit}) g)`;

/** Key and value pairs: what was withdrawn and which recorded events were wrong, newest first, without content. */
export const projectChanges = Prisma.sql`
  'withdrawals', (
    select coalesce(json_agg(json_build_object(
      'kind', w.kind, 'period', w.period, 'publishedAt', w.published_at, 'withdrawnAt', w.withdrawn_at
    ) order by w.withdrawn_at desc), '[]')
    from (
      select 'report' as kind, r.period, r.published_at, r.withdrawn_at
      from progress_reports r where r.project_id = p.id and r.state = 'withdrawn'
      union all
      select 'statusCheck', null, k.published_at, k.withdrawn_at
      from status_checks k where k.project_id = p.id and k.state = 'withdrawn'
      union all
      select 'registerChange', null, g.published_at, g.withdrawn_at
      from register_changes g where g.project_id = p.id and g.state = 'withdrawn'
      order by withdrawn_at desc limit ${changeLimit}) w),
  'corrections', (
    select coalesce(json_agg(json_build_object(
      'stage', c.stage, 'condition', c.condition, 'recordedAt', c.recorded_at,
      'registerChangeId', c.register_change_id) order by c.recorded_at desc), '[]')
    from (
      select e.stage, null::condition as condition, x.recorded_at, x.register_change_id
      from event_retractions x join stage_events e on e.id = x.stage_event_id where e.project_id = p.id
      union all
      select null, e.condition, x.recorded_at, x.register_change_id
      from event_retractions x join condition_events e on e.id = x.condition_event_id where e.project_id = p.id
      order by recorded_at desc limit ${changeLimit}) c)`;
