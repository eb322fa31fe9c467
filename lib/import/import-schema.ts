import { z } from "zod";
import { rowNumberSchema } from "@/lib/format/row-number-schema";

const mostShown = 200;
const rowNumbers = z
  .unknown()
  .transform((value): unknown[] => (value === undefined ? [] : [value].flat()))
  .pipe(z.array(rowNumberSchema).max(mostShown));

/** The preview as it is sent: which rows it showed, which are ticked, and what to do. */
export const confirmationSchema = z.object({
  id: rowNumberSchema,
  shown: rowNumbers,
  row: rowNumbers,
  intent: z.enum(["choose", "chosen", "all"], { error: "请选提交哪些行。" }),
});
export type Confirmation = z.output<typeof confirmationSchema>;
