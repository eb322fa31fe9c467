import "server-only";
import { Prisma } from "@/prisma/generated/client";

const setLimit = 12;
const cellLimit = 20;

const cell = (stage: Prisma.Sql) => Prisma.sql`json_build_object(
  'count', coalesce(sum(g.count) filter (where g.stage = ${stage}), 0),
  'projects', case when coalesce(sum(g.count) filter (where g.stage = ${stage}), 0) > ${cellLimit} then '[]' else (
    select coalesce(json_agg(json_build_object('code', p.code, 'name', p.name, 'shortName', p.short_name) order by p.code), '[]')
    from projects p where p.enterprise_key = g.enterprise_key and p.stage = ${stage}) end)`;

/** Sets of enterprises and their projects by stage as a JSON array of `EnterpriseSet`, in the order of registration. */
export const enterpriseSets = Prisma.sql`(
  select coalesce(json_agg(json_build_object('enterprises', s.enterprises, 'count', s.count, 'cells', s.cells)
    order by s.ids), '[]')
  from (
    select sum(g.count) as count,
      json_build_object('signed', ${cell(Prisma.sql`'signed'`)},
        'under_construction', ${cell(Prisma.sql`'under_construction'`)},
        'operating', ${cell(Prisma.sql`'operating'`)}) as cells,
      (select array_agg(o.id order by k.place)
        from unnest(string_to_array(g.enterprise_key, '+')) with ordinality k(slug, place)
        join organizations o on o.slug = k.slug) as ids,
      (select coalesce(json_agg(json_build_object('slug', o.slug, 'shortName', o.short_name) order by k.place), '[]')
        from unnest(string_to_array(g.enterprise_key, '+')) with ordinality k(slug, place)
        join organizations o on o.slug = k.slug) as enterprises
    from (select enterprise_key, stage, count(*) from projects group by enterprise_key, stage) g
    group by g.enterprise_key order by sum(g.count) desc, g.enterprise_key limit ${setLimit}) s)`;
