import { z } from "zod";
import { required, textField } from "@/lib/format/lenient-schema";
import { rowNumberSchema } from "@/lib/format/row-number-schema";

const reviewed = z.object({ id: rowNumberSchema, version: rowNumberSchema });

/** A tick box that is sent as `yes`, or not at all. */
export const tickedSchema = z
  .string()
  .optional()
  .transform((value) => value === "yes");

/** A reviewer's decision on a report or a status check; `publication` is what only publishing asks. */
export function decisionSchema<Publication extends z.ZodRawShape>(publication: Publication) {
  return z.discriminatedUnion(
    "decision",
    [
      reviewed.extend({ decision: z.literal("publish"), ...publication }),
      reviewed.extend({
        decision: z.literal("return"),
        /** Null: the whole of it. */
        field: textField(60),
        reason: required(textField(500), "请写明退回原因，填报人会看到。"),
      }),
    ],
    { error: "请选发布还是退回。" },
  );
}

/** Taking back what was published. */
export const withdrawalSchema = reviewed.extend({
  reason: required(textField(500), "请写明撤回原因，会写入审计记录。"),
});
