import "server-only";
import { Prisma } from "@/prisma/generated/client";

const shownGroups = 20;
const namedProjects = 20;

/** The largest sets of enterprises × stages as JSON of `Dashboard["matrix"]`, over the relation `scope`. */
export const matrixJson = Prisma.sql`(
  with ranked as (
    select enterprise_key, count(*) as count, row_number() over (order by count(*) desc, enterprise_key) as rank
    from scope group by enterprise_key),
  cell as (
    select enterprise_key, stage, count(*) as count,
      case when count(*) <= ${namedProjects} then
        json_agg(json_build_object('code', code, 'name', name, 'shortName', short_name) order by code) end as projects
    from scope where enterprise_key in (select enterprise_key from ranked where rank <= ${shownGroups})
    group by enterprise_key, stage),
  set as (
    select ranked.enterprise_key, ranked.count,
      json_object_agg(stage, json_build_object('count', cell.count, 'projects', coalesce(projects, '[]'))) as cells
    from cell join ranked on ranked.enterprise_key = cell.enterprise_key
    group by ranked.enterprise_key, ranked.count)
  select json_build_object(
    'groups', (
      select coalesce(json_agg(json_build_object(
        'enterprises', o.enterprises, 'count', set.count,
        'cells', json_build_object(
          'signed', coalesce(set.cells->'signed', ${emptyCell()}),
          'under_construction', coalesce(set.cells->'under_construction', ${emptyCell()}),
          'operating', coalesce(set.cells->'operating', ${emptyCell()}))) order by o.ids), '[]')
      from set cross join lateral (
        select array_agg(o.id order by u.n) as ids, coalesce(
          json_agg(json_build_object('slug', o.slug, 'name', o.short_name) order by u.n), '[]') as enterprises
        from unnest(string_to_array(set.enterprise_key, '+')) with ordinality as u(slug, n)
        join organizations o on o.slug = u.slug) o),
    'hidden', (
      select json_build_object('groups', count(*), 'projects', coalesce(sum(count), 0))
      from ranked where rank > ${shownGroups})))`;

function emptyCell(): Prisma.Sql {
  return Prisma.sql`'{"count": 0, "projects": []}'::json`;
}
