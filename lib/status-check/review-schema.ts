import { z } from "zod";
import { required, textField } from "@/lib/format/lenient-schema";
import { rowNumberSchema } from "@/lib/format/row-number-schema";

const reviewed = z.object({ id: rowNumberSchema, version: rowNumberSchema });

/** A reviewer's decision on a status check. */
export const decisionSchema = z.discriminatedUnion(
  "decision",
  [
    reviewed.extend({
      decision: z.literal("publish"),
      assignsUnit: z
        .string()
        .optional()
        .transform((value) => value === "yes"),
    }),
    reviewed.extend({
      decision: z.literal("return"),
      /** Null: the whole check. */
      field: textField(60),
      reason: required(textField(500), "请写明退回原因，填报人会看到。"),
    }),
  ],
  { error: "请选发布还是退回。" },
);

/** Taking a published status check back. */
export const withdrawalSchema = reviewed.extend({
  reason: required(textField(500), "请写明撤回原因，会写入审计记录。"),
});
