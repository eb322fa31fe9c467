import "server-only";
import { cache } from "react";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { citationsOf } from "@/lib/source/citation-sql";
import { Prisma } from "@/prisma/generated/client";
import type { EnterpriseFacts, PublicEnterprise } from "./organization-dto";
import { enterpriseCounts, enterpriseFacts } from "./organization-sql";

const listLimit = 500;
const projectLimit = 200;

export type EnterpriseList = { total: number; items: EnterpriseFacts[] };

/** All enterprises in the order of their registration; `total` counts beyond the 500 that are listed. */
export async function listPublicEnterprises(): Promise<EnterpriseList> {
  const [row] = await db.$queryRaw<[{ list: EnterpriseList }]>`
    select json_build_object(
      'total', (select count(*) from organizations where kind = 'enterprise'),
      'items', (
        select coalesce(json_agg(json_build_object(${enterpriseFacts}) order by o.id), '[]')
        from (select * from organizations where kind = 'enterprise' order by id limit ${listLimit}) o
        ${enterpriseCounts})
    ) as list`;
  return row.list;
}

const projects = (day: IsoDate) => Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'code', p.code, 'name', p.name, 'stage', p.stage,
    'partners', (
      select coalesce(json_agg(json_build_object('slug', q.slug, 'shortName', q.short_name) order by j.ordinal), '[]')
      from project_investors j join organizations q on q.id = j.organization_id
      where j.project_id = p.id and j.organization_id <> o.id),
    'due', case when p.due_to is not null then json_build_object(
      'range', range_json(p.due_from, p.due_to, p.due_precision), 'basis', p.due_basis,
      'isPast', p.due_to < ${day}::date) end,
    'lastRecordOn', greatest(p.sourced_on, p.reported_on),
    'citations', (
      select coalesce(json_agg(c), '[]') from json_array_elements(${citationsOf("project", Prisma.sql`p.id`)}) c
      where c->>'field' = 'enterprises')
  ) order by p.code), '[]')
  from (
    select p.* from project_investors i join projects p on p.id = i.project_id
    where i.organization_id = o.id order by p.code limit ${projectLimit}) p)`;

/** Everything that anyone may read of one enterprise on a day; null when no enterprise has that slug. */
export const getPublicEnterprise = cache(
  async (slug: string, day: IsoDate): Promise<PublicEnterprise | null> => {
    const [row] = await db.$queryRaw<{ enterprise: PublicEnterprise }[]>`
      select json_build_object(
        ${enterpriseFacts},
        'aliases', (
          select coalesce(json_agg(x.alias order by x.id), '[]') from organization_aliases x where x.organization_id = o.id),
        'projects', ${projects(day)}
      ) as enterprise
      from organizations o ${enterpriseCounts}
      where o.slug = ${slug} and o.kind = 'enterprise'`;
    return row?.enterprise ?? null;
  },
);
