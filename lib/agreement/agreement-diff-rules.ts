import { agreementFieldName } from "@/lib/agreement/agreement-name-rules";
import type { AgreementContent, PartyContent } from "@/lib/agreement/agreement-schema";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { formatDateRange } from "@/lib/format/date-words";
import { type DiffRow, moneyDiff, textDiff } from "@/lib/format/field-diff";
import { organizationName } from "@/lib/organization/organization-name-rules";
import { agreementKindText } from "@/lib/text/agreement-text";
import { missingText } from "@/lib/text/missing-text";
import { organizationKindText } from "@/lib/text/organization-text";

type Known = Pick<RegisterNames, "organizations">;

/** Two agreements field by field, in the order of the form. */
export function agreementDiff(
  before: AgreementContent | null,
  after: AgreementContent,
  known: Known,
): DiffRow[] {
  const row = (field: string, words: (content: AgreementContent) => string | null) =>
    textDiff(field, agreementFieldName(field), before && words(before), words(after));
  return [
    row("title", ({ title }) => title),
    row("callName", ({ callName, title }) => (callName === title ? null : callName)),
    row("kind", ({ kind }) => kind && agreementKindText[kind]),
    // The first input of the list, so that a return can point at it.
    row("party-0-name", ({ parties }) => parties.map((party) => partyWords(party, known)).join("；")),
    row("signed", ({ signed }) => signed && formatDateRange(signed)),
    row("signedPlace", ({ signedPlace }) => signedPlace),
    investmentRow(before, after),
    row("summary", ({ summary }) => summary),
  ].map((found) =>
    found.field === "party-0-name" ? { ...found, name: agreementFieldName("party") } : found,
  );
}

/** "深圳光启（深圳光启高等理工研究院，企业）", "另一方（来源未载明）". */
function partyWords({ nameInTitle, organization, newOrganization }: PartyContent, known: Known): string {
  if (newOrganization) {
    const { name, kind } = newOrganization;
    return `${nameInTitle}（新登记${organizationKindText[kind]}：${name}）`;
  }
  if (organization === null) return `${nameInTitle}（${missingText.not_stated}）`;
  const name = organizationName(organization, known);
  return name === nameInTitle ? name : `${nameInTitle}（${name}）`;
}

function investmentRow(before: AgreementContent | null, after: AgreementContent): DiffRow {
  const { currency } = after;
  const field = "agreedInvestment";
  const name = agreementFieldName(field);
  if (before && before.currency !== currency) {
    const words = (content: AgreementContent) =>
      moneyDiff(field, name, { before: null, after: content.agreedInvestment, currency: content.currency })
        .after;
    return textDiff(field, name, words(before), words(after));
  }
  return moneyDiff(field, name, {
    before: before?.agreedInvestment ?? null,
    after: after.agreedInvestment,
    currency,
  });
}
