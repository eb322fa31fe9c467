import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { type AsOf, assignmentCounts } from "./as-of-sql";
import { milestonesAsOf } from "./deadline-sql";

const shownProjects = 20;

/** The projects that nobody has verified, passed deadlines first, as JSON of `UnverifiedProject[]`, over the relation
 *  `scope`. */
export function unverifiedJson(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`(
    with due as (
      select distinct on (m.project_id) m.* from (${milestonesAsOf(asOf)}) m
      where not m.is_met order by m.project_id, m.due_to nulls last, m.ordinal),
    listed as (
      select s.*, due.id as milestone_id, due.due_from, due.due_to, due.due_precision, due.due_to is distinct from due.planned_to as is_revised,
        row_number() over (order by due.due_to nulls last, s.stage, s.code) as n
      from scope s left join due on due.project_id = s.project_id
      where s.tracking = 'unverified' order by n limit ${shownProjects})
    select coalesce(json_agg(json_build_object(
      'code', l.code, 'name', p.name, 'shortName', p.short_name, 'stage', l.stage,
      'due', range_json(l.due_from, l.due_to, l.due_precision),
      'isDueInferred', not l.is_revised and exists (
        select from citations x where x.milestone_id = l.milestone_id and x.field = 'planned' and x.basis = 'inferred'),
      'hasOpenMilestone', l.milestone_id is not null,
      'newestRecordOn', case when l.sourced_on <= ${asOf.day}::date then l.sourced_on end, 'unit', u.name, 'source', x.source) order by l.n), '[]')
    from listed l join projects p on p.id = l.project_id
    left join assignments a on a.project_id = l.project_id and ${assignmentCounts(asOf)}
    left join units u on u.id = a.unit_id
    left join lateral (
      select json_build_object('slug', d.slug, 'publishedOn', d.published_on, 'paragraph', x.paragraph) as source
      from citations x join source_documents d on d.id = x.source_document_id
      where x.project_id = l.project_id order by (x.field = 'name') desc, x.id limit 1) x on true)`;
}

/** Projects of `scope` without a responsible unit on the day. */
export function unassignedCount(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`(
    select count(*) from scope s where not exists (
      select from assignments a where a.project_id = s.project_id and ${assignmentCounts(asOf)}))`;
}
