import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** The column that names each kind of cited thing. */
export const subjectColumns = {
  organization: Prisma.sql`organization_id`,
  agreement: Prisma.sql`agreement_id`,
  party: Prisma.sql`party_id`,
  project: Prisma.sql`project_id`,
  stageEvent: Prisma.sql`stage_event_id`,
  commitment: Prisma.sql`commitment_id`,
  milestone: Prisma.sql`milestone_id`,
  figure: Prisma.sql`figure_id`,
  event: Prisma.sql`event_id`,
  place: Prisma.sql`place_id`,
} as const;

/** SQL for the citations of one thing as a JSON array of `Citation`; `id` is the expression of its id in the outer query. */
export function citationsOf(subject: keyof typeof subjectColumns, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    select coalesce(json_agg(json_build_object(
      'field', x.field, 'basis', x.basis, 'reason', x.reason,
      'source', case when d.id is not null then
        json_build_object('slug', d.slug, 'publishedOn', d.published_on, 'paragraph', x.paragraph) end,
      'reportId', x.report_id, 'statusCheckId', x.status_check_id, 'registerChangeId', x.register_change_id
    ) order by x.field, x.paragraph), '[]')
    from citations x left join source_documents d on d.id = x.source_document_id
    where x.${subjectColumns[subject]} = ${id}
      and (x.report_id is null or exists (
        select from progress_reports r where r.id = x.report_id and r.state = 'published'))
      and (x.status_check_id is null or exists (
        select from status_checks k where k.id = x.status_check_id and k.state = 'published'))
      and (x.register_change_id is null or exists (
        select from register_changes g where g.id = x.register_change_id and g.state = 'published'))
      and x.superseded_by_id is null)`;
}
