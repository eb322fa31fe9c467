import { z } from "zod";
import { commitmentRowSchema } from "@/lib/commitment/commitment-register-schema";
import { lastOf, mostRows } from "@/lib/format/form-rows";
import { parseDateRange } from "@/lib/format/lenient-date";
import { parseYuan } from "@/lib/format/lenient-number";
import { lenientField, required, textField } from "@/lib/format/lenient-schema";
import { currencies } from "@/lib/format/money";
import { milestoneRowSchema } from "@/lib/milestone/milestone-register-schema";
import { projectTypes } from "@/lib/project/project-register-schema";
import { type Stage, stages } from "@/lib/project/project-rules";
import { projectRows } from "@/lib/register-change/project-row-rules";
import type { KeptValues } from "@/lib/result";

const tooMany = `最多 ${mostRows} 行。`;

const stageSchema = z.object({
  on: lenientField(parseDateRange),
  evidence: textField(500),
  reason: textField(500),
});

/** A project as typed, with its rows. */
export const projectFormSchema = z.object({
  name: required(textField(60), "请写项目名称。"),
  shortName: textField(20),
  type: z.enum(projectTypes, { error: "请选项目类型。" }),
  summary: required(textField(500), "请用一两句话写项目要做什么，公众会看到。"),
  agreement: textField(100),
  agreementNote: textField(200),
  place: textField(60),
  currency: z.enum(currencies, { error: "请选币种。" }),
  plannedInvestment: lenientField(parseYuan),
  agreedInvestment: lenientField(parseYuan),
  investor: z.array(z.object({ name: required(textField(60), "请写企业名称。") })).max(mostRows, tooMany),
  commitment: z.array(commitmentRowSchema).max(mostRows, tooMany),
  milestone: z.array(milestoneRowSchema).max(mostRows, tooMany),
  stage: z.object({
    signed: stageSchema,
    under_construction: stageSchema,
    operating: stageSchema,
  } satisfies Record<Stage, typeof stageSchema>),
});

/** What the form sent, as the tree that the schema reads. */
export function projectTree(values: KeptValues) {
  const text = (name: string) => lastOf(values[name] ?? "");
  const singles = Object.fromEntries(Object.keys(values).map((name) => [name, text(name)]));
  const stage = (of: Stage) => ({
    on: text(`stage-${of}-on`),
    evidence: text(`stage-${of}-evidence`),
    reason: text(`stage-${of}-reason`),
  });
  return {
    ...singles,
    ...projectRows(values),
    stage: Object.fromEntries(stages.map((of) => [of, stage(of)])),
  };
}
