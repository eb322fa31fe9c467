import "server-only";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { cachedRead } from "@/lib/page-cache/cached-read";

/** What is the same for every selection of the register. */
export type RegisterSummary = {
  registered: number;
  /** Whether any project's condition is known, so that filtering by it makes sense. */
  knowsConditions: boolean;
  /** Newest day of a source, and of a published report or status check. */
  latest: { sourcedOn: IsoDate | null; reportedOn: IsoDate | null };
  /** What the filters offer: those that have projects. */
  choices: { enterprises: Choice[]; places: Choice[] };
};

type Choice = { slug: string; name: string };

const choiceLimit = 500;

/** Counts the whole register, once for all its pages. */
export function getRegisterSummary(): Promise<RegisterSummary> {
  return cachedRead({ key: "register-summary", tags: ["register"] }, readSummary);
}

async function readSummary(): Promise<RegisterSummary> {
  const [row] = await db.$queryRaw<[{ summary: RegisterSummary }]>`
    select json_build_object(
      'registered', (select count(*) from projects),
      'knowsConditions', exists (select from projects where condition is not null),
      'latest', (
        select json_build_object('sourcedOn', max(sourced_on), 'reportedOn', max(reported_on)) from projects),
      'choices', json_build_object(
        'enterprises', (
          select coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.short_name)), '[]')
          from (
            select o.slug, o.short_name from organizations o
            where exists (select from project_investors i where i.organization_id = o.id)
            order by o.id limit ${choiceLimit}) o),
        'places', (
          select coalesce(json_agg(json_build_object('slug', s.slug, 'name', s.name)), '[]')
          from (
            select s.slug, s.name from places s
            where exists (select from projects p where p.place_id = s.id)
            order by s.id limit ${choiceLimit}) s))
    ) as summary`;
  return row.summary;
}
