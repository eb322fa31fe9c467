import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { OrganizationContent } from "@/lib/organization/organization-schema";
import type { Refusal } from "@/lib/refusal";

export type RegisteredOrganization = {
  id: number;
  key: string;
  version: number;
  content: OrganizationContent;
};

/** The organization as it stands; null: there is none, or it was withdrawn. */
export async function findRegisteredOrganization(
  client: Pick<Transaction, "$queryRaw">,
  where: { id: number } | { key: string },
): Promise<RegisteredOrganization | null> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  const [organization] = await client.$queryRaw<RegisteredOrganization[]>`
    select o.id, o.slug as key, o.version,
      json_build_object('name', o.name, 'shortName', o.short_name, 'kind', o.kind, 'description', o.description,
        'aliases', (select coalesce(json_agg(x.alias order by x.id), '[]')
          from organization_aliases x where x.organization_id = o.id)) as content
    from organizations o where o.id = ${id}::int or o.slug = ${key}`;
  return organization ?? null;
}

/** What stands against changing an organization: what invests in projects stays an enterprise. */
export async function organizationRefusals(
  client: Pick<Transaction, "$queryRaw">,
  content: OrganizationContent,
  before: OrganizationContent | null,
): Promise<Refusal[]> {
  if (before?.kind !== "enterprise" || content.kind === "enterprise") return [];
  const [project] = await client.$queryRaw<{ code: string }[]>`
    select p.code from organizations o
    join project_investors i on i.organization_id = o.id join projects p on p.id = i.project_id
    where o.name = ${before.name} and o.kind = 'enterprise' limit 1`;
  if (!project) return [];
  const message = `${project.code} 写着由这家企业投资，类别不能改。请先改那个项目的投资企业。`;
  return [{ field: "kind", message }];
}
