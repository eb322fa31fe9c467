import { agreementDiff } from "@/lib/agreement/agreement-diff-rules";
import { agreementFormSchema, type TypedAgreement } from "@/lib/agreement/agreement-form-schema";
import { agreementFieldName, agreementValueName } from "@/lib/agreement/agreement-name-rules";
import { type PartyPart, partyField, partyInput } from "@/lib/agreement/agreement-party-input-rules";
import type { AgreementContent, PartyContent } from "@/lib/agreement/agreement-schema";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { formatDateRange } from "@/lib/format/date-words";
import { issuesByField } from "@/lib/format/lenient-schema";
import { formatWanInput } from "@/lib/format/money";
import { organizationName, organizationsNamed } from "@/lib/organization/organization-name-rules";
import type { KeptValues } from "@/lib/result";

type Known = Pick<RegisterNames, "organizations">;
type Errors = Record<string, string>;

/** How an agreement is typed in and read again. */
export const agreementForm = {
  read(values: KeptValues, known: Known): { content: AgreementContent } | { errors: Errors } {
    const parsed = agreementFormSchema.safeParse(agreementTree(values));
    if (!parsed.success) return { errors: issuesByField(parsed.error) };
    const { party, title, callName, agreedInvestment, ...typed } = parsed.data;
    const { parties, errors } = readParties(party, known);
    if (!title && !callName) errors.callName = "没有名称，就写一个叫法，例如 光启与遵义一方的协议。";
    if (Object.keys(errors).length > 0) return { errors };
    return {
      content: {
        ...typed,
        title,
        callName: callName ?? title ?? "",
        agreedInvestment: agreedInvestment === null ? null : agreedInvestment.toString(),
        parties,
      },
    };
  },
  values(content: AgreementContent, known: Known): KeptValues {
    const { title, callName, kind, signed, signedPlace, agreedInvestment, currency, summary, parties } =
      content;
    const rows = parties.flatMap((party, row) => Object.entries(partyValues(party, row, known)));
    return {
      title: title ?? "",
      callName: callName === title ? "" : callName,
      kind: kind ?? "",
      signed: signed ? formatDateRange(signed) : "",
      signedPlace: signedPlace ?? "",
      agreedInvestment: agreedInvestment ? formatWanInput(agreedInvestment) : "",
      currency,
      summary,
      ...Object.fromEntries(rows),
    };
  },
  fieldName: agreementFieldName,
  valueName: agreementValueName,
  diff: agreementDiff,
};

function agreementTree(values: KeptValues) {
  const party: Record<string, Partial<Record<PartyPart, string>>> = {};
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? (value.at(-1) ?? "") : value;
    const input = partyInput(name);
    if (input) party[input.row] = { ...party[input.row], [input.part]: text };
    else single[name] = text;
  }
  const isWritten = ({ name, organization }: Partial<Record<PartyPart, string>>) =>
    Boolean(name?.trim() || organization?.trim());
  return { ...single, party: Object.fromEntries(Object.entries(party).filter(([, row]) => isWritten(row))) };
}

function readParties(rows: TypedAgreement["party"], known: Known) {
  const errors: Errors = {};
  const parties: PartyContent[] = [];
  const refuse = (row: string, message: string) => {
    errors[partyField(Number(row), "organization")] ??= message;
  };
  for (const [row, { name, organization, kind }] of Object.entries(rows)) {
    const meant = organization === null ? [] : organizationsNamed(organization, known);
    const registered = meant[0] ?? null;
    if (meant.length > 1) refuse(row, severalNamed(meant));
    if (organization !== null && !registered && !kind) refuse(row, notRegistered(organization));
    if (organization === null && kind) refuse(row, "选了类别，请写单位的全称；不知道是谁，类别也不选。");
    if (registered && kind && kind !== registered.kind) {
      refuse(row, `“${registered.name}”已经登记过，类别不用选。要改类别，请在“单位”里提交更正。`);
    }
    const isNew = organization !== null && kind !== null && !registered;
    const party = {
      nameInTitle: name,
      organization: registered?.slug ?? null,
      newOrganization: isNew ? { name: organization, kind } : null,
    };
    if (parties.some((other) => isSameParty(other, party))) refuse(row, "这一方写了两次，请删去一行。");
    parties.push(party);
  }
  if (parties.length < 2) {
    errors[partyField(parties.length, "name")] =
      "协议至少有两方。不知道另一方是谁，签约名称写“另一方”，单位留空。";
  }
  return { parties, errors };
}

function notRegistered(name: string): string {
  return `没有登记过“${name}”。请核对名称；是新单位，就选它的类别，发布协议时一并登记。`;
}

function severalNamed(meant: Known["organizations"]): string {
  return `有 ${meant.length} 个单位都叫这个名称，请改填代号：${meant.map(({ slug, name }) => `${slug}（${name}）`).join("、")}。`;
}

function isSameParty(one: PartyContent, other: PartyContent): boolean {
  if (one.organization !== null) return one.organization === other.organization;
  if (one.newOrganization === null && other.newOrganization === null && other.organization === null) {
    return one.nameInTitle === other.nameInTitle;
  }
  return one.newOrganization !== null && one.newOrganization.name === other.newOrganization?.name;
}

function partyValues(party: PartyContent, row: number, known: Known): KeptValues {
  const { nameInTitle, organization, newOrganization } = party;
  const name = organization === null ? (newOrganization?.name ?? "") : organizationName(organization, known);
  return {
    [partyField(row, "name")]: nameInTitle,
    [partyField(row, "organization")]: name,
    [partyField(row, "kind")]: newOrganization?.kind ?? "",
  };
}
