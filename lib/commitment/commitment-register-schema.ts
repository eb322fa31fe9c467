import { z } from "zod";
import { dateRangeSchema } from "@/lib/format/date-range-schema";
import { parseDateRange } from "@/lib/format/lenient-date";
import { parseQuantity } from "@/lib/format/lenient-number";
import { lenientField, required, textField } from "@/lib/format/lenient-schema";

/** What the register says of a commitment, as a change proposes it. */
export const commitmentContentSchema = z.object({
  /** Null: the change brings it. */
  ordinal: z.int().nullable(),
  indicator: z.string(),
  /** In the unit, as it is in force; null: not stated. The first one is kept for ever beside it. */
  target: z.number().nullable(),
  unit: z.string().nullable(),
  note: z.string().nullable(),
  /** False: an aim that no number can show to be met. */
  isMeasurable: z.boolean(),
  due: dateRangeSchema.nullable(),
  /** Why target or deadline move; null: they stay. */
  reason: z.string().nullable(),
});
export type CommitmentContent = z.output<typeof commitmentContentSchema>;

/** The parts of a row of the form; `aim` is ticked where no number can show that it is met. */
export const commitmentParts = [
  "ordinal",
  "indicator",
  "target",
  "unit",
  "due",
  "aim",
  "note",
  "reason",
] as const;

/** The same as typed into a row. */
export const commitmentRowSchema = z
  .object({
    ordinal: z.string().transform((text) => (/^\d{1,3}$/.test(text) ? Number(text) : null)),
    indicator: required(textField(40), "请写承诺的是什么，例如 机柜。"),
    target: lenientField(parseQuantity),
    unit: textField(10),
    due: lenientField(parseDateRange),
    aim: z.string(),
    note: textField(200),
    reason: textField(500),
  })
  .refine(({ target, unit }) => target === null || unit !== null, {
    error: "填了目标值，请填单位，例如 台。",
    path: ["unit"],
  })
  .transform(({ aim, ...row }): CommitmentContent => ({ ...row, isMeasurable: aim !== "yes" }));
