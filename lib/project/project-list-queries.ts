import "server-only";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { Prisma } from "@/prisma/generated/client";
import type { ProjectItem } from "./project-dto";
import { matchesAllBut, orderOf } from "./project-list-sql";
import type { ProjectQuery } from "./project-query";
import type { Stage } from "./project-rules";
import { projectFacts } from "./project-sql";
import { oldestFreshDay, tracking } from "./tracking-rules";

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
  /** How many projects the whole register has. */
  registered: number;
  /** Whether any project's condition is known, so that filtering by it makes sense. */
  knowsConditions: boolean;
  /** Newest day of a source, and of a published report or status check, in the whole register. */
  latest: { sourcedOn: IsoDate | null; reportedOn: IsoDate | null };
  /** What the filters offer. */
  choices: { enterprises: Choice[]; places: Choice[] };
};

type Choice = { slug: string; name: string };
type StageCount = { stage: Stage; count: number; unverified: number };
type Row = {
  list: Pick<ProjectList, "registered" | "knowsConditions" | "latest" | "choices"> & {
    counts: StageCount[];
    items: Omit<ProjectItem, "tracking">[];
  };
};

const choiceLimit = 500;

const enterpriseChoices = Prisma.sql`(
  select coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.short_name)), '[]')
  from (
    select o.slug, o.short_name from organizations o
    where exists (select from project_investors i where i.organization_id = o.id)
    order by o.id limit ${choiceLimit}) o)`;

const placeChoices = Prisma.sql`(
  select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name)), '[]')
  from (
    select s.slug, s.name from places s
    where exists (select from projects p where p.place_id = s.id)
    order by s.id limit ${choiceLimit}) s)`;

const item = Prisma.sql`json_build_object(
  ${projectFacts},
  'milestones', (
    select json_build_object('total', count(*), 'done', count(m.actual_to)) from milestones m where m.project_id = p.id),
  'inferred', (
    select coalesce(json_agg(distinct x.field), '[]')
    from citations x
    where x.basis = 'inferred' and (x.project_id = p.id or x.stage_event_id in (
      select e.id from stage_events e
      where e.project_id = p.id and e.stage = p.stage
        and not exists (select from event_retractions r where r.stage_event_id = e.id)))),
  'source', (
    select json_build_object('slug', d.slug, 'publishedOn', d.published_on, 'paragraph', x.paragraph)
    from citations x join source_documents d on d.id = x.source_document_id
    where x.project_id = p.id and x.field = 'name' order by x.paragraph limit 1))`;

/** One part of the register as it is on a day: the rows, and the counts of the whole selection. */
export async function listPublicProjects(query: ProjectQuery, day: IsoDate): Promise<ProjectList> {
  const { page, pageSize } = query;
  const matches = matchesAllBut("stage", query, day);
  const inStage = query.stage ? Prisma.sql`and p.stage = ${query.stage}::stage` : Prisma.empty;
  const [row] = await db.$queryRaw<[Row]>`
    select json_build_object(
      'registered', (select count(*) from projects),
      'knowsConditions', exists (select from projects where condition is not null),
      'latest', (select json_build_object('sourcedOn', max(sourced_on), 'reportedOn', max(reported_on)) from projects),
      'choices', json_build_object('enterprises', ${enterpriseChoices}, 'places', ${placeChoices}),
      'counts', (
        select coalesce(json_agg(c), '[]') from (
          select p.stage, count(*),
            count(*) filter (where p.reported_on is null and p.sourced_on < ${oldestFreshDay(day)}::date) as unverified
          from projects p where ${matches} group by p.stage) c),
      'items', (
        select coalesce(json_agg(${item}), '[]') from (
          select * from projects p where ${matches} ${inStage}
          order by ${orderOf(query.sort)} limit ${pageSize} offset ${(page - 1) * pageSize}) p)
    ) as list`;
  const { counts, items, ...rest } = row.list;
  const selected = counts.filter(({ stage }) => query.stage === null || stage === query.stage);
  return {
    total: sum(selected, "count"),
    page,
    pageSize,
    items: items.map((facts) => ({ ...facts, tracking: trackingOf(facts, day) })),
    stageCounts: countsByStage(counts),
    unverifiedCount: sum(selected, "unverified"),
    ...rest,
  };
}

function trackingOf({ sourcedOn, reportedOn }: Omit<ProjectItem, "tracking">, day: IsoDate) {
  return tracking(day, { newestRecordOn: reportedOn, newestSourceOn: sourcedOn });
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
