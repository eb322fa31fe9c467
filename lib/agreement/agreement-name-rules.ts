import { agreementKindText } from "@/lib/text/agreement-text";
import { currencyText } from "@/lib/text/currency-text";
import { organizationKindText } from "@/lib/text/organization-text";

const names: Partial<Record<string, string>> = {
  title: "协议名称",
  callName: "叫法",
  kind: "类别",
  signed: "签订日期",
  signedPlace: "签订地",
  agreedInvestment: "协议投资额",
  currency: "币种",
  summary: "内容",
  party: "签约方",
};

const partyNames: Partial<Record<string, string>> = {
  name: "签约名称",
  organization: "单位",
  kind: "新单位的类别",
};

/** What an input of the agreement form is called, wherever it is spoken of. */
export function agreementFieldName(field: string): string {
  const [, row, part = ""] = /^party-(\d{1,2})-(\w+)$/.exec(field) ?? [];
  return row ? `签约方 ${Number(row) + 1} 的${partyNames[part] ?? part}` : (names[field] ?? field);
}

const chosen: Partial<Record<string, string>> = {
  ...agreementKindText,
  ...organizationKindText,
  ...currencyText,
};

/** What was chosen or typed into an input of the agreement form, in words. */
export function agreementValueName(field: string, value: string): string {
  return field.endsWith("kind") || field === "currency" ? (chosen[value] ?? value) : value;
}
