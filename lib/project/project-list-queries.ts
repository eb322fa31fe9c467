import "server-only";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { Prisma } from "@/prisma/generated/client";
import type { ProjectItem } from "./project-dto";
import { matchesAllBut, orderOf } from "./project-list-sql";
import type { ProjectQuery } from "./project-query";
import type { Stage } from "./project-rules";
import { projectFacts } from "./project-sql";
import { oldestFreshDay, projectTracking } from "./tracking-rules";

export type ProjectList = {
  /** Of the whole selection, whatever the page. */
  total: number;
  page: number;
  pageSize: number;
  /** Empty beyond the last page. */
  items: ProjectItem[];
  /** Under all filters but the stage. */
  stageCounts: Record<Stage, number>;
  /** How many of the selection are 待核实. */
  unverifiedCount: number;
};

type StageCount = { stage: Stage; count: number; unverified: number };
type Row = { list: { counts: StageCount[]; items: Omit<ProjectItem, "tracking">[] } };

const item = Prisma.sql`json_build_object(
  ${projectFacts},
  'milestones', (
    select json_build_object('total', count(*), 'done', count(m.actual_to)) from milestones m where m.project_id = p.id),
  'inferred', (
    select coalesce(json_agg(distinct x.field), '[]')
    from (
      select field from citations where project_id = p.id and basis = 'inferred'
      union all
      select x.field from stage_events e join citations x on x.stage_event_id = e.id
      where e.project_id = p.id and e.stage = p.stage and x.basis = 'inferred'
        and not exists (select from event_retractions r where r.stage_event_id = e.id)) x),
  'source', (
    select json_build_object('slug', d.slug, 'publishedOn', d.published_on, 'paragraph', x.paragraph)
    from citations x join source_documents d on d.id = x.source_document_id
    where x.project_id = p.id and x.field = 'name' and x.superseded_by_id is null order by x.paragraph limit 1),
  'registerChangeId', (
    select max(x.register_change_id) from citations x join register_changes g on g.id = x.register_change_id
    where x.project_id = p.id and x.field = 'name' and x.superseded_by_id is null and g.state = 'published'))`;

/** One part of the register as it is on a day: the rows, and the counts of the whole selection. */
export async function listPublicProjects(query: ProjectQuery, day: IsoDate): Promise<ProjectList> {
  const { page, pageSize } = query;
  const matches = matchesAllBut("stage", query, day);
  const inStage = query.stage ? Prisma.sql`and p.stage = ${query.stage}::stage` : Prisma.empty;
  const [row] = await db.$queryRaw<[Row]>`
    select json_build_object(
      'counts', (
        select coalesce(json_agg(c), '[]') from (
          select p.stage, count(*),
            count(*) filter (where p.reported_on is null and p.sourced_on < ${oldestFreshDay(day)}::date
              and p.condition is distinct from 'terminated') as unverified
          from projects p where ${matches} group by p.stage) c),
      'items', (
        select coalesce(json_agg(${item}), '[]') from (
          select * from projects p where ${matches} ${inStage}
          order by ${orderOf(query.sort)} limit ${pageSize} offset ${(page - 1) * pageSize}) p)
    ) as list`;
  const { counts, items } = row.list;
  const selected = counts.filter(({ stage }) => query.stage === null || stage === query.stage);
  return {
    total: sum(selected, "count"),
    page,
    pageSize,
    items: items.map((facts) => ({ ...facts, tracking: trackingOf(facts, day) })),
    stageCounts: countsByStage(counts),
    unverifiedCount: sum(selected, "unverified"),
  };
}

function trackingOf({ sourcedOn, reportedOn, condition }: Omit<ProjectItem, "tracking">, day: IsoDate) {
  return projectTracking(day, { newestRecordOn: reportedOn, newestSourceOn: sourcedOn, condition });
}

function sum(counts: readonly StageCount[], column: "count" | "unverified"): number {
  return counts.reduce((total, row) => total + row[column], 0);
}

function countsByStage(counts: readonly StageCount[]): Record<Stage, number> {
  const of = (stage: Stage) => counts.find((row) => row.stage === stage)?.count ?? 0;
  return {
    signed: of("signed"),
    under_construction: of("under_construction"),
    operating: of("operating"),
  };
}
