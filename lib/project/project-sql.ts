import "server-only";
import { Prisma } from "@/prisma/generated/client";

// Expressions over `projects p`, shared by the register and the project's page. Internal columns never appear here.

const enterprises = Prisma.sql`(
  select coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.name, 'shortName', o.short_name)
    order by i.ordinal), '[]')
  from project_investors i join organizations o on o.id = i.organization_id where i.project_id = p.id)`;

const place = Prisma.sql`(
  select json_build_object('slug', s.slug, 'name', s.name) from places s where s.id = p.place_id)`;

const agreement = Prisma.sql`(
  select json_build_object('code', a.code, 'callName', a.call_name, 'title', a.title)
  from agreements a where a.id = p.agreement_id)`;

/** Key and value pairs of `ProjectFacts` for json_build_object; `tracking` and `milestones` are added by the reader. */
export const projectFacts = Prisma.sql`
  'code', p.code, 'name', p.name, 'shortName', p.short_name, 'type', p.type,
  'enterprises', ${enterprises}, 'place', ${place}, 'agreement', ${agreement},
  'stage', p.stage, 'stageEffective', range_json(p.stage_from, p.stage_to, p.stage_precision),
  'condition', p.condition, 'percent', p.percent,
  'plannedInvestment', money_json(p.planned_investment, p.currency),
  'agreedInvestment', money_json(p.agreed_investment, p.currency),
  'arrivedFunds', money_json(p.public_arrived_funds, 'CNY'),
  'completedInvestment', money_json(p.public_completed_investment, 'CNY'),
  'sourcedOn', p.sourced_on, 'reportedOn', p.reported_on,
  'due', case when p.due_to is not null then json_build_object(
    'range', range_json(p.due_from, p.due_to, p.due_precision), 'basis', p.due_basis) end`;
