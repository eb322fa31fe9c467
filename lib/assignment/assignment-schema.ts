import { z } from "zod";
import { issuesByField, required, textField } from "@/lib/format/lenient-schema";
import type { KeptValues } from "@/lib/result";

const assignmentForm = z.object({
  unit: required(textField(50), "请写责任单位的名称，例如 新蒲新区管委会。"),
  /** Name of an account; null: anybody of the staff. */
  person: textField(32),
});

/** Who is to be responsible. */
export type AssignmentInput = z.output<typeof assignmentForm>;

/** Reads the form in which a unit is made responsible: what it says, or what is wrong with each field. */
export function readAssignment(
  values: KeptValues,
): { assignment: AssignmentInput } | { errors: Record<string, string> } {
  const parsed = assignmentForm.safeParse(values);
  return parsed.success ? { assignment: parsed.data } : { errors: issuesByField(parsed.error) };
}
