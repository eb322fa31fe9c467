import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** SQL for what a report `r` says, as JSON of `ReportContentDto`. Internal: it holds problems and money. */
export const reportContentJson = Prisma.sql`json_build_object(
  'period', r.period, 'isUnchanged', r.is_unchanged, 'summary', r.summary, 'nextSteps', r.next_steps, 'percent', r.percent,
  'arrivedFunds', r.arrived_funds::text, 'completedInvestment', r.completed_investment::text,
  'newStage', r.new_stage, 'stageOn', range_json(r.stage_from, r.stage_to, r.stage_precision),
  'stageEvidence', r.stage_evidence, 'stageReason', r.stage_reason,
  'newCondition', r.new_condition, 'conditionReason', r.condition_reason,
  'conditionReviewOn', r.condition_review_on, 'note', r.note, 'correctionReason', r.correction_reason,
  'readings', (select coalesce(json_agg(json_build_object('ordinal', c.ordinal, 'value', x.value::float8)
      order by c.ordinal), '[]')
    from commitment_readings x join commitments c on c.id = x.commitment_id where x.report_id = r.id),
  'completions', (select coalesce(json_agg(json_build_object('ordinal', m.ordinal,
      'actual', range_json(x.actual_from, x.actual_to, x.actual_precision)) order by m.ordinal), '[]')
    from milestone_completions x join milestones m on m.id = x.milestone_id where x.report_id = r.id),
  'problems', (select coalesce(json_agg(json_build_object('key', b.key, 'category', b.category,
      'department', b.department, 'text', b.text, 'raisedOn', b.raised_on, 'resolvedOn', b.resolved_on) order by b.id), '[]')
    from problems b where b.report_id = r.id))`;

/**
 * SQL for what the newest published report of a project `p` said that said something, as JSON; null: none. Months in
 * which nothing changed leave it as it was. `but` is the id of a report that is not looked at.
 */
export const lastContentJson = (but: Prisma.Sql) => Prisma.sql`(
  select ${reportContentJson} from progress_reports r
  where r.project_id = p.id and r.state = 'published' and not r.is_unchanged and r.id is distinct from ${but}
  order by r.period desc, r.published_at desc limit 1)`;

/** SQL for the open problems of a project `p`, as JSON: of each the newest published row. */
export const openProblemsJson = Prisma.sql`(
  select coalesce(json_agg(json_build_object('key', b.key, 'category', b.category, 'department', b.department,
    'text', b.text, 'raisedOn', b.raised_on, 'resolvedOn', null) order by b.raised_on, b.key), '[]')
  from (
    select distinct on (x.key) x.*
    from problems x join progress_reports r on r.id = x.report_id
    where r.project_id = p.id and r.state = 'published'
    order by x.key, r.period desc, r.published_at desc) b
  where b.resolved_on is null)`;

/** SQL for the commitments of a project `p` that a number can show, as JSON, each with its newest published value. */
export const commitmentsJson = Prisma.sql`(
  select coalesce(json_agg(json_build_object('ordinal', c.ordinal, 'indicator', c.indicator, 'unit', c.unit,
    'target', c.target_value::float8, 'last', (
      select x.value::float8 from commitment_readings x
      join progress_reports r on r.id = x.report_id and r.state = 'published'
      where x.commitment_id = c.id order by r.period desc, r.published_at desc limit 1)) order by c.ordinal), '[]')
  from commitments c where c.project_id = p.id and c.is_measurable and c.unit is not null)`;

/** SQL for the milestones of a project `p`, as JSON. */
export const milestonesJson = Prisma.sql`(
  select coalesce(json_agg(json_build_object('ordinal', m.ordinal, 'title', m.title,
    'due', coalesce(range_json(m.revised_from, m.revised_to, m.revised_precision),
      range_json(m.planned_from, m.planned_to, m.planned_precision)),
    'actual', range_json(m.actual_from, m.actual_to, m.actual_precision),
    'inferredReason', (select x.reason from citations x
      where x.milestone_id = m.id and x.field = 'planned' and x.basis = 'inferred' limit 1)) order by m.ordinal), '[]')
  from milestones m where m.project_id = p.id)`;
