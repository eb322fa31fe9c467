import { z } from "zod";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import type { KeptValues } from "@/lib/result";

const mostShown = 200;
const rowNumbers = z
  .unknown()
  .transform((value): unknown[] => (value === undefined ? [] : [value].flat()))
  .pipe(z.array(rowNumberSchema).max(mostShown));

/** The preview as it is sent: which rows it showed, which are ticked, what to do, and on what changes rest. */
export const confirmationSchema = z
  .looseObject({
    id: rowNumberSchema,
    shown: rowNumbers,
    row: rowNumbers,
    intent: z.enum(["choose", "chosen", "all"], { error: "请选提交哪些行。" }),
  })
  .transform(({ id, shown, row, intent, ...rest }) => ({ id, shown, row, intent, grounds: textsOf(rest) }));

function textsOf(rest: Record<string, unknown>): KeptValues {
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
