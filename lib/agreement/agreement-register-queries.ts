import "server-only";
import { partyField } from "@/lib/agreement/agreement-party-input-rules";
import type { AgreementContent } from "@/lib/agreement/agreement-schema";
import type { Transaction } from "@/lib/audit/audit-record";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { Refusal } from "@/lib/refusal";

export type RegisteredAgreement = { id: number; key: string; version: number; content: AgreementContent };

/** The agreement as it stands; null: there is none, or it was withdrawn. */
export async function findRegisteredAgreement(
  client: Pick<Transaction, "$queryRaw">,
  where: { id: number } | { key: string },
): Promise<RegisteredAgreement | null> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  const [agreement] = await client.$queryRaw<RegisteredAgreement[]>`
    select a.id, a.code as key, a.version,
      json_build_object('title', a.title, 'callName', a.call_name, 'kind', a.kind,
        'signed', range_json(a.signed_from, a.signed_to, a.signed_precision), 'signedPlace', a.signed_place,
        'agreedInvestment', a.agreed_investment::text, 'currency', a.currency, 'summary', a.summary,
        'parties', (
          select coalesce(json_agg(json_build_object(
            'nameInTitle', x.name_in_title, 'organization', o.slug, 'newOrganization', null) order by x.ordinal), '[]')
          from parties x left join organizations o on o.id = x.organization_id
          where x.agreement_id = a.id)) as content
    from agreements a where a.id = ${id}::int or a.code = ${key}`;
  return agreement ?? null;
}

/** What stands against an agreement: a signing to come, a party that the register does not know any more. */
export async function agreementRefusals(
  client: Pick<Transaction, "$queryRaw">,
  { signed, parties }: AgreementContent,
): Promise<Refusal[]> {
  const slugs = parties.flatMap(({ organization }) => organization ?? []);
  const [known] = await client.$queryRaw<{ today: IsoDate; slugs: string[] }[]>`
    select app_today()::text as today,
      (select coalesce(json_agg(o.slug), '[]') from organizations o where o.slug = any(${slugs})) as slugs`;
  if (!known) throw new Error("a query without a row");
  const refusals: Refusal[] = parties.flatMap(({ organization }, row) =>
    organization === null || known.slugs.includes(organization)
      ? []
      : [{ field: partyField(row, "organization"), message: "这个单位已被撤回，请核对，另选一个。" }],
  );
  if (signed && signed.to > known.today) {
    const message = `签订日期最晚到 ${signed.to}，晚于今天（${known.today}）。请写得更准，例如写到日；还没签的不登记。`;
    refusals.push({ field: "signed", message });
  }
  return refusals;
}
