import "server-only";
import { replaceParties } from "@/lib/agreement/agreement-party-commands";
import {
  findRegisteredAgreement,
  type RegisteredAgreement,
} from "@/lib/agreement/agreement-register-queries";
import type { AgreementContent } from "@/lib/agreement/agreement-schema";
import type { Transaction } from "@/lib/audit/audit-record";
import { rangeColumns } from "@/lib/date-columns";
import type { DateRange } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";
import { DomainError } from "@/lib/result";
import { citeChange, type RegisterOrigin } from "@/lib/source/citation-commands";

/** The agreement as it stands, locked; null: there is none, or it was withdrawn. */
export async function currentAgreement(
  tx: Transaction,
  where: { id: number } | { key: string },
): Promise<RegisteredAgreement | null> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  await tx.$executeRaw`select from agreements where id = ${id}::int or code = ${key} for no key update`;
  return findRegisteredAgreement(tx, where);
}

export async function createAgreement(
  tx: Transaction,
  content: AgreementContent,
  origin: RegisterOrigin,
): Promise<{ id: number; key: string }> {
  const year = (content.signed?.to ?? origin.evidenceOn).slice(0, 4);
  const code = await nextCode(tx, year);
  const { id } = await tx.agreement.create({ data: { code, ...columns(content) }, select: { id: true } });
  await replaceParties(tx, { agreementId: id, parties: content.parties, origin });
  const fields = citedFields.filter((field) => content[field] !== null);
  await citeChange(tx, { subject: "agreement", id, fields, origin });
  return { id, key: code };
}

export async function amendAgreement(
  tx: Transaction,
  { id, before, content }: { id: number; before: AgreementContent; content: AgreementContent },
  origin: RegisterOrigin,
): Promise<void> {
  await tx.agreement.update({ where: { id }, data: { ...columns(content), version: { increment: 1 } } });
  await replaceParties(tx, { agreementId: id, parties: content.parties, origin });
  const isMoneyNew = before.currency !== content.currency && content.agreedInvestment !== null;
  const fields = citedFields.filter(
    (field) =>
      wordsOf(before[field]) !== wordsOf(content[field]) || (field === "agreedInvestment" && isMoneyNew),
  );
  await citeChange(tx, { subject: "agreement", id, fields, origin });
}

/** Takes an agreement out of the register, unless a project or an event names it. */
export async function withdrawAgreement(tx: Transaction, id: number): Promise<void> {
  const [used] = await tx.$queryRaw<{ name: string }[]>`
    select p.code as name from projects p where p.agreement_id = ${id}
    union all
    select e.title from event_agreements x join events e on e.id = x.event_id where x.agreement_id = ${id}
    limit 1`;
  if (used) throw new DomainError(`${used.name} 写着这份协议。请先改那一项，再撤回这份协议。`);
  await tx.$executeRaw`update agreements set withdrawn_at = app_now(), version = version + 1 where id = ${id}`;
}

// What the public reads of it as stated; how we call it is not a fact.
const citedFields = ["title", "kind", "signed", "signedPlace", "agreedInvestment", "summary"] as const;

const wordsOf = (value: string | DateRange | null) =>
  value === null || typeof value === "string" ? value : formatDateRange(value);

function columns(content: AgreementContent) {
  const { title, callName, kind, signedPlace, agreedInvestment, currency, summary } = content;
  return {
    title,
    callName,
    kind,
    signedPlace,
    currency,
    summary,
    agreedInvestment: agreedInvestment === null ? null : BigInt(agreedInvestment),
    ...rangeColumns("signed", content.signed satisfies DateRange | null),
  };
}

/** The next code of a year, A2016-03; withdrawn ones are not given again. */
async function nextCode(tx: Transaction, year: string): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('agreement code'))`;
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    select coalesce(max(split_part(code, '-', 2)::int), 0) as last
    from all_agreements where code like ${`A${year}-%`}`;
  return `A${year}-${String((row?.last ?? 0) + 1).padStart(2, "0")}`;
}
