import { z } from "zod";
import { parseDateRange } from "@/lib/format/lenient-date";
import { issuesByField, lenientField, required, textField } from "@/lib/format/lenient-schema";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import type { KeptValues } from "@/lib/result";
import { evidenceKinds, statusAnswers } from "@/lib/status-check/status-check-rules";

const checkForm = z.object({
  answer: z.enum(statusAnswers, { error: "请选现在是什么情况。查不清就选“暂未查清”。" }),
  on: required(lenientField(parseDateRange), "请填日期。只知道年份，就填 2016 年。"),
  reason: textField(500),
  evidenceKind: z.enum(evidenceKinds, { error: "请选一种依据。" }),
  evidence: required(textField(500), "请写依据的名称和日期，例如 现场查看，2016-09-01。"),
  /** The responsible unit that the author proposes; null: none. */
  unit: textField(50),
});

/** What a status check says, by the names of the form's fields. */
export type CheckInput = z.output<typeof checkForm>;

/** Reads the form of a status check: what it says, or what is wrong with each field. */
export function readCheck(values: KeptValues): { check: CheckInput } | { errors: Record<string, string> } {
  const parsed = checkForm.safeParse(values);
  return parsed.success ? { check: parsed.data } : { errors: issuesByField(parsed.error) };
}

const checkEnvelope = z
  .object({
    code: z.string(),
    requestId: z.uuid(),
    returnedId: rowNumberSchema.optional(),
    returnedVersion: rowNumberSchema.optional(),
  })
  .transform(({ code, requestId, returnedId, returnedVersion }) => ({
    code,
    requestId,
    returned: returnedId && returnedVersion ? { id: returnedId, version: returnedVersion } : null,
  }));

const envelopeNames: readonly string[] = Object.keys(checkEnvelope.in.shape);

/** Whether an input is part of that, and none of what was typed. */
export const isOfCheckEnvelope = (name: string) => envelopeNames.includes(name);

/** What the form knows by itself: its project, its request, and which returned check it mends. */
export function readCheckEnvelope(values: KeptValues): z.output<typeof checkEnvelope> | null {
  return checkEnvelope.safeParse(values).data ?? null;
}
