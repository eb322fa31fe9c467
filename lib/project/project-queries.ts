import "server-only";
import { cache } from "react";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { citationsOf } from "@/lib/source/citation-sql";
import { figureJson } from "@/lib/source/figure-sql";
import { revisionCounts } from "@/lib/source/revision-sql";
import { Prisma } from "@/prisma/generated/client";
import type { PublicProject, PublicReport } from "./project-dto";
import {
  projectChanges,
  projectRegisterChanges,
  projectReports,
  projectStatusChecks,
} from "./project-history-sql";
import { publicPhotos } from "./project-photos";
import { projectFacts } from "./project-sql";
import { projectTracking } from "./tracking-rules";

const stageEvents = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'stage', e.stage, 'effective', range_json(e.effective_from, e.effective_to, e.effective_precision),
    'recordedAt', e.recorded_at, 'evidence', e.evidence, 'reason', e.reason,
    'reportId', e.report_id, 'statusCheckId', e.status_check_id, 'registerChangeId', e.register_change_id,
    'citations', ${citationsOf("stageEvent", Prisma.sql`e.id`)}
  ) order by e.stage, e.effective_to, e.id), '[]')
  from stage_events e
  where e.project_id = p.id and not exists (select from event_retractions x where x.stage_event_id = e.id))`;

const commitments = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'indicator', c.indicator, 'unit', c.unit, 'note', c.note, 'isMeasurable', c.is_measurable,
    'originalTarget', c.target_value, 'originalDue', range_json(c.due_from, c.due_to, c.due_precision),
    'target', case when last.id is null then c.target_value else last.new_target_value end,
    'due', case when last.id is null then range_json(c.due_from, c.due_to, c.due_precision)
      else range_json(last.new_due_from, last.new_due_to, last.new_due_precision) end,
    'revisions', (
      select coalesce(json_agg(json_build_object(
        'target', v.new_target_value, 'due', range_json(v.new_due_from, v.new_due_to, v.new_due_precision),
        'reason', v.reason, 'recordedAt', v.recorded_at, 'registerChangeId', v.register_change_id) order by v.id), '[]')
      from commitment_revisions v where v.commitment_id = c.id and ${revisionCounts}),
    'reading', (
      select json_build_object('value', g.value, 'period', r.period)
      from commitment_readings g join progress_reports r on r.id = g.report_id
      where g.commitment_id = c.id and r.state = 'published'
      order by r.period desc, r.published_at desc limit 1),
    'citations', ${citationsOf("commitment", Prisma.sql`c.id`)}
  ) order by c.ordinal), '[]')
  from commitments c
  left join lateral (
    select * from commitment_revisions v
    where v.commitment_id = c.id and ${revisionCounts} order by v.id desc limit 1) last on true
  where c.project_id = p.id)`;

const milestones = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'title', m.title, 'note', m.note, 'deadlineBasis', m.deadline_basis,
    'planned', range_json(m.planned_from, m.planned_to, m.planned_precision),
    'revised', range_json(m.revised_from, m.revised_to, m.revised_precision),
    'actual', range_json(m.actual_from, m.actual_to, m.actual_precision),
    'revisions', (
      select coalesce(json_agg(json_build_object(
        'from', range_json(v.old_from, v.old_to, v.old_precision),
        'to', range_json(v.new_from, v.new_to, v.new_precision),
        'reason', v.reason, 'recordedAt', v.recorded_at, 'registerChangeId', v.register_change_id) order by v.id), '[]')
      from milestone_revisions v where v.milestone_id = m.id and v.new_to is not null and ${revisionCounts}),
    'citations', ${citationsOf("milestone", Prisma.sql`m.id`)}
  ) order by m.ordinal), '[]')
  from milestones m where m.project_id = p.id)`;

const figures = Prisma.sql`(
  select coalesce(json_agg(${figureJson} order by f.ordinal), '[]')
  from figures f where f.project_id = p.id)`;

const sources = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'slug', d.slug, 'title', d.title, 'printedDate', d.printed_date, 'publishedOn', d.published_on
  ) order by d.published_on, d.id), '[]')
  from source_documents d
  where d.id in (
    select x.source_document_id from citations x where x.project_id = p.id
    union select x.source_document_id from citations x join stage_events e on e.id = x.stage_event_id
      where e.project_id = p.id
    union select x.source_document_id from citations x join commitments c on c.id = x.commitment_id
      where c.project_id = p.id
    union select x.source_document_id from citations x join milestones m on m.id = x.milestone_id
      where m.project_id = p.id
    union select x.source_document_id from citations x join figures f on f.id = x.figure_id
      where f.project_id = p.id))`;

type StoredReport = Omit<PublicReport, "photos"> & { photos: Parameters<typeof publicPhotos>[0] };
type Row = { project: Omit<PublicProject, "tracking" | "reports"> & { reports: StoredReport[] } };

/** Everything that anyone may read of one project on a day; null when no project has that code. */
export const getPublicProject = cache(async (code: string, day: IsoDate): Promise<PublicProject | null> => {
  const [row] = await db.$queryRaw<Row[]>`
    select json_build_object(
      ${projectFacts}, 'summary', p.summary, 'agreementNote', p.agreement_note,
      'responsibleUnit', (
        select u.name from assignments s join units u on u.id = s.unit_id
        where s.project_id = p.id and s.until is null limit 1),
      'stageEvents', ${stageEvents}, 'commitments', ${commitments}, 'milestones', ${milestones},
      'reports', ${projectReports}, 'statusChecks', ${projectStatusChecks},
      'registerChanges', ${projectRegisterChanges}, 'figures', ${figures},
      'citations', ${citationsOf("project", Prisma.sql`p.id`)}, 'sources', ${sources}, ${projectChanges},
      'registeredAt', least(p.created_at, app_now())
    ) as project
    from projects p where p.code = ${code}`;
  if (!row) return null;
  const { sourcedOn, reportedOn, condition, reports } = row.project;
  return {
    ...row.project,
    reports: reports.map((report) => ({ ...report, photos: publicPhotos(report.photos) })),
    tracking: projectTracking(day, { newestRecordOn: reportedOn, newestSourceOn: sourcedOn, condition }),
  };
});
