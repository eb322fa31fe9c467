import "server-only";
import { type MatchedParties, matchParties, type PartyRow } from "@/lib/agreement/agreement-party-rules";
import type { PartyContent } from "@/lib/agreement/agreement-schema";
import type { Transaction } from "@/lib/audit/audit-record";
import { createOrganization } from "@/lib/organization/organization-register-commands";
import { DomainError } from "@/lib/result";
import { citeChange, type RegisterOrigin, supersedeCitations } from "@/lib/source/citation-commands";

type Replacement = { agreementId: number; parties: readonly PartyContent[]; origin: RegisterOrigin };

/** Gives an agreement these parties. Who stays keeps their row, and with it where they are known from. */
export async function replaceParties(
  tx: Transaction,
  { agreementId, parties, origin }: Replacement,
): Promise<void> {
  const named: { nameInTitle: string; organizationId: number | null }[] = [];
  for (const party of parties) {
    named.push({
      nameInTitle: party.nameInTitle,
      organizationId: await organizationIdOf(tx, party, origin),
    });
  }
  const rows = await tx.$queryRaw<PartyRow[]>`
    select id, name_in_title as "nameInTitle", organization_id as "organizationId", withdrawn_at is not null as "isOut"
    from all_parties where agreement_id = ${agreementId} order by ordinal, id`;
  await writeParties(tx, agreementId, matchParties(rows, named), origin);
}

async function writeParties(
  tx: Transaction,
  agreementId: number,
  { out, places }: MatchedParties,
  origin: RegisterOrigin,
): Promise<void> {
  for (const id of out) {
    await tx.$executeRaw`update all_parties set withdrawn_at = app_now() where id = ${id}`;
    await supersedeCitations(tx, { subject: "party", id, origin });
  }
  // Out of the way of the new order, which is unique.
  await tx.$executeRaw`
    update all_parties set ordinal = -ordinal - 1 where agreement_id = ${agreementId} and withdrawn_at is null`;
  for (const [index, { row, party, isSame }] of places.entries()) {
    const data = { ...party, ordinal: index + 1, withdrawnAt: null };
    const { id } = row
      ? await tx.party.update({ where: { id: row }, data, select: { id: true } })
      : await tx.party.create({ data: { ...data, agreementId }, select: { id: true } });
    if (!isSame) await citeChange(tx, { subject: "party", id, fields: ["organization"], origin });
  }
}

async function organizationIdOf(
  tx: Transaction,
  { organization, newOrganization }: PartyContent,
  origin: RegisterOrigin,
): Promise<number | null> {
  if (newOrganization) return makeOrganization(tx, newOrganization, origin);
  if (organization === null) return null;
  const [known] = await tx.$queryRaw<{ id: number }[]>`
    select id from organizations where slug = ${organization}`;
  if (!known) throw new DomainError("签约方里有一个单位已被撤回。请退回给填报人。");
  return known.id;
}

/** Another change may have registered the same one meanwhile. */
async function makeOrganization(
  tx: Transaction,
  { name, kind }: NonNullable<PartyContent["newOrganization"]>,
  origin: RegisterOrigin,
): Promise<number> {
  const [known] = await tx.$queryRaw<{ id: number }[]>`
    select id from organizations where name = ${name} and kind = ${kind}::organization_kind order by id limit 1`;
  if (known) return known.id;
  const content = { name, shortName: name, kind, description: null, aliases: [] };
  return (await createOrganization(tx, content, origin)).id;
}
