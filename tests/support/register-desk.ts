// What staff propose in the tests of the register.
import { randomUUID } from "node:crypto";
import type { AgreementContent, PartyContent } from "@/lib/agreement/agreement-schema";
import type { ChangeSubmission } from "@/lib/register-change/register-change-commands";
import type { RegisterContent, RegisterSubject } from "@/lib/register-change/register-change-rules";
import type { KeptValues } from "@/lib/result";

/** A party that is registered. */
export const party = (nameInTitle: string, organization: string | null): PartyContent => ({
  nameInTitle,
  organization,
  newOrganization: null,
});

/** A party that comes into the register along with the agreement. */
export const newParty = (name: string): PartyContent => ({
  nameInTitle: name,
  organization: null,
  newOrganization: { name, kind: "enterprise" },
});

/** An agreement of 2016 between the city and a company that nobody knew. */
export function agreementContent(changed: Partial<AgreementContent> = {}): AgreementContent {
  return {
    title: "智能终端产业园投资协议",
    callName: "智能终端产业园投资协议",
    kind: "cooperation",
    signed: { from: "2016-08-30", to: "2016-08-30", precision: "day" },
    signedPlace: "遵义",
    agreedInvestment: "1200000000",
    currency: "CNY",
    summary: "在新蒲新区建设智能终端产业园。",
    parties: [party("遵义市人民政府", "zunyi"), newParty("示例终端有限公司")],
    ...changed,
  };
}

/** The same as typed into the form. */
export function typedAgreement(values: KeptValues = {}): KeptValues {
  return {
    title: "智能终端产业园投资协议",
    callName: "",
    kind: "cooperation",
    signed: "2016年8月30日",
    signedPlace: "遵义",
    agreedInvestment: "12亿",
    currency: "CNY",
    summary: "在新蒲新区建设智能终端产业园。",
    "party-0-name": "遵义市人民政府",
    "party-0-organization": "遵义市人民政府",
    "party-0-kind": "",
    "party-1-name": "示例终端有限公司",
    "party-1-organization": "示例终端有限公司",
    "party-1-kind": "enterprise",
    evidenceKind: "document",
    evidence: "投资协议第 2 条",
    evidenceOn: "2016-08-30",
    ...values,
  };
}

/** Hands in something new. */
export function creation(
  subject: RegisterSubject,
  content: RegisterContent,
  more: Partial<ChangeSubmission> = {},
): ChangeSubmission {
  return {
    subject,
    kind: "creation",
    key: null,
    baseVersion: null,
    content,
    reason: null,
    evidence: { kind: "document", text: "投资协议第 2 条", on: "2016-08-30" },
    requestId: randomUUID(),
    returned: null,
    form: `${subject}:new`,
    ...more,
  };
}

type Edited = { key: string; version: number };

/** Hands in another content of something registered. */
export function edit(
  subject: RegisterSubject,
  { key, version }: Edited,
  content: RegisterContent,
  more: Partial<ChangeSubmission> = {},
): ChangeSubmission {
  const change = { kind: "change", key, baseVersion: version, reason: "补充协议", form: `${subject}:${key}` };
  return { ...creation(subject, content), ...change, kind: "change", ...more };
}
