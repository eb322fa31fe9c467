import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import { searchTextOf } from "@/lib/project/search-text";

type Found = Parameters<typeof searchTextOf>[0] & { id: number };

/** The names of an enterprise changed: its projects are found by the new ones. */
export async function refreshSearchText(tx: Transaction, organizationId: number): Promise<void> {
  const projects = await tx.$queryRaw<Found[]>`
    select p.id, p.code, p.name, p.short_name as "shortName",
      (select json_agg(json_build_object('name', o.name, 'shortName', o.short_name,
          'aliases', (select coalesce(json_agg(x.alias order by x.id), '[]')
            from organization_aliases x where x.organization_id = o.id)) order by j.ordinal)
        from project_investors j join organizations o on o.id = j.organization_id
        where j.project_id = p.id) as investors
    from projects p join project_investors i on i.project_id = p.id
    where i.organization_id = ${organizationId}`;
  const ids = projects.map(({ id }) => id);
  const texts = projects.map(searchTextOf);
  await tx.$executeRaw`
    update projects p set search_text = t.text
    from unnest(${ids}::int[], ${texts}::text[]) as t (id, text) where p.id = t.id and p.search_text <> t.text`;
}
