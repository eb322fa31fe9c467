import { z } from "zod";
import { dateRangeSchema } from "@/lib/format/date-range-schema";
import { parseDateRange } from "@/lib/format/lenient-date";
import { lenientField, required, textField } from "@/lib/format/lenient-schema";

/** What the register says of a milestone, as a change proposes it. */
export const milestoneContentSchema = z.object({
  /** Null: the change brings it. */
  ordinal: z.int().nullable(),
  title: z.string(),
  note: z.string().nullable(),
  /** The deadline in force; null: none. The first one is kept for ever beside it. */
  planned: dateRangeSchema.nullable(),
  /** Why the deadline moves; null: it stays, or it is the first one. */
  reason: z.string().nullable(),
});
export type MilestoneContent = z.output<typeof milestoneContentSchema>;

/** The parts of a row of the form. */
export const milestoneParts = ["ordinal", "title", "planned", "note", "reason"] as const;

/** The same as typed into a row. */
export const milestoneRowSchema = z.object({
  ordinal: z.string().transform((text) => (/^\d{1,3}$/.test(text) ? Number(text) : null)),
  title: required(textField(40), "请写节点名称，例如 竣工。"),
  planned: lenientField(parseDateRange),
  note: textField(200),
  reason: textField(500),
});
