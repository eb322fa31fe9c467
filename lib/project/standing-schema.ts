import { z } from "zod";
import { parseDateRange } from "@/lib/format/lenient-date";
import { lenientField, textField } from "@/lib/format/lenient-schema";
import { conditions } from "@/lib/project/project-rules";

const range = z.object({
  from: z.string().nullable(),
  to: z.string(),
  precision: z.enum(["day", "days", "month", "half_year", "year", "not_after"]),
});

const conditionRecord = z.object({
  condition: z.enum(conditions),
  on: range,
  reason: z.string().nullable(),
  reviewOn: z.string().nullable(),
});

/** What is recorded of a project's stages and conditions, as a correction proposes it; null: it never happened. */
export const standingContentSchema = z.object({
  signedOn: range.nullable(),
  startedOn: range.nullable(),
  startedEvidence: z.string().nullable(),
  operatingOn: range.nullable(),
  operatingEvidence: z.string().nullable(),
  /** Why there is no 开工 before 投产. */
  directReason: z.string().nullable(),
  conditions: z.array(conditionRecord),
});
export type StandingContent = z.output<typeof standingContentSchema>;
export type ConditionRecord = StandingContent["conditions"][number];

/** The dates as typed; what is recorded of conditions is ticked apart. */
export const standingFormSchema = z.object({
  signedOn: lenientField(parseDateRange),
  startedOn: lenientField(parseDateRange),
  startedEvidence: textField(500),
  operatingOn: lenientField(parseDateRange),
  operatingEvidence: textField(500),
  directReason: textField(500),
});
