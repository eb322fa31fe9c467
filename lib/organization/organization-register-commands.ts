import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import {
  findRegisteredOrganization,
  type RegisteredOrganization,
} from "@/lib/organization/organization-register-queries";
import type { OrganizationContent } from "@/lib/organization/organization-schema";
import { DomainError } from "@/lib/result";
import { slugOf } from "@/lib/slug";
import { citeChange, type RegisterOrigin } from "@/lib/source/citation-commands";

/** The organization as it stands, locked; null: there is none, or it was withdrawn. */
export async function currentOrganization(
  tx: Transaction,
  where: { id: number } | { key: string },
): Promise<RegisteredOrganization | null> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  await tx.$executeRaw`select from organizations where id = ${id}::int or slug = ${key} for no key update`;
  return findRegisteredOrganization(tx, where);
}

export async function createOrganization(
  tx: Transaction,
  content: OrganizationContent,
  origin: RegisterOrigin,
): Promise<{ id: number; key: string }> {
  const { aliases, ...columns } = content;
  // Two made at once must not choose the same address.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('organization slug'))`;
  const taken = await tx.organization.findMany({ select: { slug: true } });
  const slug = slugOf(
    content.shortName,
    taken.map((row) => row.slug),
  );
  const { id } = await tx.organization.create({
    data: { ...columns, slug, aliases: { create: aliases.map((alias) => ({ alias })) } },
    select: { id: true },
  });
  const fields = [
    "name",
    "kind",
    ...(content.description ? ["description"] : []),
    ...(aliases.length > 0 ? ["aliases"] : []),
  ];
  await citeChange(tx, { subject: "organization", id, fields, origin });
  return { id, key: slug };
}

export async function amendOrganization(
  tx: Transaction,
  { id, before, content }: { id: number; before: OrganizationContent; content: OrganizationContent },
  origin: RegisterOrigin,
): Promise<void> {
  const { aliases, ...columns } = content;
  await tx.organization.update({ where: { id }, data: { ...columns, version: { increment: 1 } } });
  await tx.organizationAlias.deleteMany({ where: { organizationId: id, alias: { notIn: aliases } } });
  const known = aliases.filter((alias) => !before.aliases.includes(alias));
  await tx.organizationAlias.createMany({
    data: known.map((alias) => ({ organizationId: id, alias })),
    skipDuplicates: true,
  });
  const fields: string[] = (["name", "kind", "description"] as const).filter(
    (field) => before[field] !== content[field],
  );
  if (aliases.join() !== before.aliases.join()) fields.push("aliases");
  await citeChange(tx, { subject: "organization", id, fields, origin });
}

/** Takes an organization out of the register, unless something names it. */
export async function withdrawOrganization(tx: Transaction, id: number): Promise<void> {
  const [used] = await tx.$queryRaw<{ code: string }[]>`
    select a.code from parties x join agreements a on a.id = x.agreement_id where x.organization_id = ${id}
    union all
    select p.code from project_investors i join projects p on p.id = i.project_id where i.organization_id = ${id}
    limit 1`;
  if (used) throw new DomainError(`${used.code} 写着这个单位。请先改那一项，再撤回这个单位。`);
  await tx.$executeRaw`update organizations set withdrawn_at = app_now(), version = version + 1 where id = ${id}`;
}
