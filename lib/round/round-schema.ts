import { z } from "zod";
import type { IsoDate } from "@/lib/format/calendar-day";
import { parseDay } from "@/lib/format/lenient-date";
import { lenientField, required, textField } from "@/lib/format/lenient-schema";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import { gridScopes } from "@/lib/paths";

/** The month of a round, as a form and an address name it. */
export const monthSchema = z
  .string({ error: "请选月份。" })
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, "请选月份。")
  .transform((month): IsoDate => `${month}-01`);

/** Which grid a form is about. */
export const gridKeySchema = z.object({ period: monthSchema, scope: z.enum(gridScopes) });
export type GridKey = z.output<typeof gridKeySchema>;

const dueOn = required(lenientField(parseDay), "请填截止日，例如 2016-09-10。");

export const openingSchema = z.object({ period: monthSchema, dueOn, note: textField(200) });
export type Opening = z.output<typeof openingSchema>;

const decided = z.object({ period: monthSchema, version: rowNumberSchema });

export const deadlineSchema = decided.extend({
  dueOn,
  moveReason: required(textField(200), "请写明为什么调整截止日。"),
});
export const closingSchema = decided.extend({
  closeReason: required(textField(200), "请写明关闭的原因，填报人会看到。"),
});
export const reopeningSchema = decided.extend({
  reopenReason: required(textField(200), "请写明重新开放的原因。"),
});

/** The month that an address names; null: it names none. */
export function readMonth(month: string): IsoDate | null {
  return monthSchema.safeParse(month).data ?? null;
}
