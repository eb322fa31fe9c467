import "server-only";
import type { Stage } from "@/lib/project/project-rules";
import { Prisma } from "@/prisma/generated/client";

const shownGroups = 20;
const namedInCell = 20;
const namedInAll = 100;

/** The largest sets of enterprises × stages and the sums of the rest, as JSON of `Dashboard["matrix"]`, over the
 *  relation `scope`. */
export const matrixJson = Prisma.sql`(
  with cell as (
    select enterprise_key, stage, count(*) as count from scope group by enterprise_key, stage),
  ranked as (
    select enterprise_key, sum(count) as count, row_number() over (order by sum(count) desc, enterprise_key) as rank
    from cell group by enterprise_key),
  shown as (select cell.* from cell join ranked using (enterprise_key) where rank <= ${shownGroups}),
  named as (
    select enterprise_key, stage from shown
    where count <= ${namedInCell}
      and (select sum(count) from shown where count <= ${namedInCell}) <= ${namedInAll}),
  name as (
    select scope.enterprise_key, scope.stage,
      json_agg(json_build_object('code', p.code, 'name', p.name, 'shortName', p.short_name) order by p.code) as projects
    from scope join named using (enterprise_key, stage) join projects p on p.id = project_id
    group by scope.enterprise_key, scope.stage),
  set as (
    select enterprise_key, json_object_agg(stage,
      json_build_object('count', count, 'projects', coalesce(projects, '[]'))) as cells
    from shown left join name using (enterprise_key, stage) group by enterprise_key)
  select json_build_object(
    'groups', (
      select coalesce(json_agg(json_build_object(
        'enterprises', o.enterprises, 'count', ranked.count,
        'cells', json_build_object(
          'signed', coalesce(set.cells->'signed', ${emptyCell()}),
          'under_construction', coalesce(set.cells->'under_construction', ${emptyCell()}),
          'operating', coalesce(set.cells->'operating', ${emptyCell()}))) order by o.ids), '[]')
      from set join ranked using (enterprise_key) cross join lateral (
        select array_agg(o.id order by u.n) as ids, coalesce(
          json_agg(json_build_object('slug', o.slug, 'name', o.short_name) order by u.n), '[]') as enterprises
        from unnest(string_to_array(set.enterprise_key, '+')) with ordinality as u(slug, n)
        join organizations o on o.slug = u.slug) o),
    'rest', (
      select json_build_object('groups', count(distinct enterprise_key), 'stages', json_build_object(
        'signed', ${sumOf("signed")},
        'under_construction', ${sumOf("under_construction")},
        'operating', ${sumOf("operating")}))
      from cell join ranked using (enterprise_key) where rank > ${shownGroups})))`;

function emptyCell(): Prisma.Sql {
  return Prisma.sql`'{"count": 0, "projects": []}'::json`;
}

function sumOf(stage: Stage): Prisma.Sql {
  return Prisma.sql`coalesce(sum(cell.count) filter (where stage = ${stage}::stage), 0)`;
}
