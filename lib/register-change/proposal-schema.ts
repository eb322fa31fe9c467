import { z } from "zod";
import type { IsoDate } from "@/lib/format/calendar-day";
import { parseDay } from "@/lib/format/lenient-date";
import { issuesByField, lenientField, required, textField } from "@/lib/format/lenient-schema";
import type { ChangeKind, Evidence } from "@/lib/register-change/register-change-rules";
import type { KeptValues } from "@/lib/result";

/** On what a change can rest. */
export const evidenceKinds = [
  "document",
  "company_statement",
  "public_report",
  "site_visit",
  "phone_call",
] as const satisfies readonly Evidence["kind"][];

const evidence = {
  evidenceKind: z.enum(evidenceKinds, { error: "请选一种依据。" }),
  evidence: required(textField(500), "请写依据的名称，例如 合作协议第 3 条。公众会看到。"),
  evidenceOn: required(lenientField(parseDay), "请填依据的日期，例如 2016-03-01。"),
};

const creation = z
  .object(evidence)
  .transform((typed) => ({ ...typed, changeKind: "creation" as const, reason: null }));
const edit = z.object({
  changeKind: z.enum(["change", "correction"], { error: "请选是变更还是更正。" }),
  reason: required(textField(500), "请写明为什么改，公众会看到。"),
  ...evidence,
});

/** What every change says beside its content. */
export type Grounds = { kind: ChangeKind; reason: string | null; evidence: Evidence };

type Read = { grounds: Grounds } | { errors: Record<string, string> };

/** Reads on what a change rests and why it is made; a registration needs no reason. */
export function readGrounds(values: KeptValues, { isNew, today }: { isNew: boolean; today: IsoDate }): Read {
  const parsed = isNew ? creation.safeParse(values) : edit.safeParse(values);
  if (!parsed.success) return { errors: issuesByField(parsed.error) };
  const { changeKind, reason, evidenceKind: kind, evidence: text, evidenceOn: on } = parsed.data;
  if (on > today) return { errors: { evidenceOn: `依据的日期晚于今天（${today}），请核对。` } };
  return { grounds: { kind: changeKind, reason, evidence: { kind, text, on } } };
}

/** The same as the form shows it. */
export function groundsValues({
  kind,
  reason,
  evidence: { kind: evidenceKind, text, on },
}: Grounds): KeptValues {
  const why: KeptValues = kind === "creation" ? {} : { changeKind: kind, reason: reason ?? "" };
  return { ...why, evidenceKind, evidence: text, evidenceOn: on };
}
