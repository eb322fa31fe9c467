import { z } from "zod";
import { required, textField } from "@/lib/format/lenient-schema";
import { optionalRowNumber } from "@/lib/format/row-number-schema";

/** Who is to be responsible for a project. */
export const assignmentSchema = z.object({
  code: z.string(),
  unit: required(textField(50), "请写责任单位的名称，例如 新蒲新区管委会。"),
  /** Name of an account; null: anybody of the staff. */
  person: textField(32),
  /** Id of the open assignment that the page showed; null: it showed none. */
  replaces: optionalRowNumber,
});

export type AssignmentOrder = z.output<typeof assignmentSchema>;
