import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import { searchTextOf, sortPinyin } from "@/lib/project/search-text";
import { Prisma } from "@/prisma/generated/client";

type Found = Parameters<typeof searchTextOf>[0] & { id: number };

/** A project, or an enterprise and with it its projects, is called something else: they are found by the new names. */
export async function refreshSearchText(
  tx: Transaction,
  where: { projectId: number } | { organizationId: number },
): Promise<void> {
  const isMeant =
    "projectId" in where
      ? Prisma.sql`p.id = ${where.projectId}`
      : Prisma.sql`p.id in (select project_id from project_investors where organization_id = ${where.organizationId})`;
  await tx.$executeRaw`select from projects p where ${isMeant} order by p.code for no key update`;
  const projects = await tx.$queryRaw<Found[]>`
    select p.id, p.code, p.name, p.short_name as "shortName",
      (select coalesce(json_agg(json_build_object('name', o.name, 'shortName', o.short_name,
          'aliases', (select coalesce(json_agg(x.alias order by x.id), '[]')
            from organization_aliases x where x.organization_id = o.id)) order by j.ordinal), '[]')
        from project_investors j join organizations o on o.id = j.organization_id
        where j.project_id = p.id) as investors
    from projects p where ${isMeant}`;
  const ids = projects.map(({ id }) => id);
  const texts = projects.map(searchTextOf);
  const pinyins = projects.map(({ name }) => sortPinyin(name));
  await tx.$executeRaw`
    update projects p set search_text = t.text, pinyin = t.pinyin
    from unnest(${ids}::int[], ${texts}::text[], ${pinyins}::text[]) as t (id, text, pinyin)
    where p.id = t.id and (p.search_text, p.pinyin) is distinct from (t.text, t.pinyin)`;
}
