import "server-only";
import { citationsOf } from "@/lib/source/citation-sql";
import { figureJson } from "@/lib/source/figure-sql";
import { Prisma } from "@/prisma/generated/client";

const agreementLimit = 100;
const figureLimit = 50;

const ownProjects = Prisma.sql`
  projects p where p.id in (select i.project_id from project_investors i where i.organization_id = o.id)`;

const agreements = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'code', a.code, 'title', a.title, 'callName', a.call_name, 'kind', a.kind, 'nameInTitle', a.name_in_title,
    'signed', range_json(a.signed_from, a.signed_to, a.signed_precision),
    'citations', ${citationsOf("party", Prisma.sql`a.party_id`)}) order by a.code), '[]')
  from (
    select a.*, s.name_in_title, s.id as party_id
    from parties s join agreements a on a.id = s.agreement_id
    where s.organization_id = o.id order by a.code limit ${agreementLimit}) a)`;

const figures = Prisma.sql`(
  select coalesce(json_agg(${figureJson} order by f.period_to, f.ordinal), '[]')
  from (select * from figures where organization_id = o.id order by period_to desc limit ${figureLimit}) f)`;

/** Key and value pairs of `EnterpriseFacts` over `organizations o` and `enterpriseCounts` as `n`. */
export const enterpriseFacts = Prisma.sql`
  'slug', o.slug, 'name', o.name, 'shortName', o.short_name, 'description', o.description,
  'projectCount', n.total, 'jointCount', n.joint,
  'stageCounts', json_build_object(
    'signed', n.signed, 'under_construction', n.under_construction, 'operating', n.operating),
  'hasProjectWithoutPlace', n.without_place > 0,
  'places', (
    select coalesce(json_agg(s.name order by s.id), '[]')
    from places s where s.id in (select p.place_id from ${ownProjects})),
  'agreements', ${agreements}, 'figures', ${figures},
  'citations', ${citationsOf("organization", Prisma.sql`o.id`)}`;

/** Lateral join that counts the projects of `organizations o`. */
export const enterpriseCounts = Prisma.sql`
  cross join lateral (
    select count(*) as total,
      count(*) filter (where p.stage = 'signed') as signed,
      count(*) filter (where p.stage = 'under_construction') as under_construction,
      count(*) filter (where p.stage = 'operating') as operating,
      count(*) filter (where p.place_id is null) as without_place,
      count(*) filter (where exists (
        select from project_investors j where j.project_id = p.id and j.organization_id <> o.id)) as joint
    from ${ownProjects}) n`;
