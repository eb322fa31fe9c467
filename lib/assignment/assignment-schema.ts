import { z } from "zod";
import { lenientField, required, textField } from "@/lib/format/lenient-schema";

/** Who is to be responsible for a project. */
export const assignmentSchema = z.object({
  code: z.string(),
  unit: required(textField(50), "请写责任单位的名称，例如 新蒲新区管委会。"),
  /** Name of an account; null: anybody of the staff. */
  person: textField(32),
  /** Id of the open assignment that the page showed; null: it showed none. */
  replaces: lenientField((text) =>
    /^\d{1,9}$/.test(text) ? { value: Number(text) } : { refusal: "页面已过期，请刷新后再填。" },
  ),
});

export type AssignmentOrder = z.output<typeof assignmentSchema>;
