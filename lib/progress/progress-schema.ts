import { z } from "zod";
import type { IsoDate } from "@/lib/format/calendar-day";
import { parseDateRange, parseDay } from "@/lib/format/lenient-date";
import { parsePercent, parseQuantity, parseYuan } from "@/lib/format/lenient-number";
import { issuesByField, lenientField, required, textField } from "@/lib/format/lenient-schema";
import { reportTree } from "@/lib/progress/report-form-rules";
import { conditions, stages } from "@/lib/project/project-rules";
import type { Parsed } from "@/lib/refusal";
import type { KeptValues } from "@/lib/result";

export const problemCategories = ["land", "power", "approval", "financing", "other"] as const;
export type ProblemCategory = (typeof problemCategories)[number];

const leastSummary = 10;

const problemRow = z
  .object({
    /** Null: a problem that no earlier report names. */
    key: lenientField(parseUuid),
    category: z.enum(problemCategories, { error: "请选问题的类别。" }),
    department: required(textField(50), "请写需要哪个部门协调，例如 供电部门。"),
    text: required(textField(500), "请写是什么问题。"),
    raisedOn: required(lenientField(parseDay), "请填提出日，例如 2016-03-01。"),
    resolvedOn: lenientField(parseDay),
  })
  .refine(({ raisedOn, resolvedOn }) => resolvedOn === null || resolvedOn >= raisedOn, {
    error: "解决日早于提出日，请核对这两个日期。",
    path: ["resolvedOn"],
  });

const reportForm = z.object({
  period: z
    .string({ error: "请选填报月份。" })
    .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, "请选填报月份。")
    .transform((month): IsoDate => `${month}-01`),
  newStage: oneOf(stages, "请选阶段有没有变化。"),
  stageOn: lenientField(parseDateRange),
  stageEvidence: textField(500),
  stageReason: textField(500),
  newCondition: oneOf(conditions, "请选状况有没有变化。"),
  conditionReason: textField(500),
  conditionReviewOn: lenientField(parseDay),
  percent: lenientField(parsePercent),
  arrivedFunds: lenientField(parseYuan),
  completedInvestment: lenientField(parseYuan),
  summary: required(textField(2000), `请写本期进展，至少 ${leastSummary} 个字。`).refine(
    (text) => text.length >= leastSummary,
    `请写本期进展，至少 ${leastSummary} 个字。`,
  ),
  nextSteps: textField(1000),
  /** The first way out of "the text speaks of construction": the day on which it began, or operation did. */
  startedOn: lenientField(parseDateRange),
  startedStage: oneOf(stages, "请选阶段有没有变化。"),
  startEvidence: textField(500),
  /** The second: why the stage stays. */
  note: textField(500),
  /** What was wrong with the report that this one corrects. */
  correctionReason: textField(500),
  reading: z.record(z.string(), lenientField(parseQuantity)),
  milestone: z.record(z.string(), lenientField(parseDateRange)),
  problem: z.record(z.string(), problemRow).superRefine((rows, context) => {
    const keys = Object.values(rows).map(({ key }) => key);
    for (const [index, row] of Object.keys(rows).entries()) {
      const first = keys.indexOf(keys[index] ?? null);
      if (keys[index] === null || first === index) continue;
      const message = `这一行和问题 ${first + 1} 是同一个问题，请合成一行，再清空这一行。`;
      context.addIssue({ code: "custom", path: [row, "text"], message });
    }
  }),
});

/** What a report says, by the names of the form's fields; null is not filled in. */
export type ReportInput = Omit<
  z.output<typeof reportForm>,
  "startedOn" | "startedStage" | "startEvidence"
> & {
  /** The stage changes by the answer to what the text says, not by the question about the stage. */
  startsByText: boolean;
};

/** Reads the report form: what it says, or what is wrong with each field. */
export function readReport(values: KeptValues): { report: ReportInput } | { errors: Record<string, string> } {
  const parsed = reportForm.safeParse(reportTree(values));
  return parsed.success ? { report: settled(parsed.data) } : { errors: issuesByField(parsed.error) };
}

/** Only what belongs together: a date without a change of stage says nothing. */
function settled({
  startedOn,
  startedStage,
  startEvidence,
  ...report
}: z.output<typeof reportForm>): ReportInput {
  const startsByText = report.newStage === null && startedOn !== null;
  const newStage = startsByText ? (startedStage ?? "under_construction") : report.newStage;
  const { newCondition } = report;
  const stageReason = startsByText && newStage === "operating" ? report.note : report.stageReason;
  return {
    ...report,
    startsByText,
    newStage,
    stageOn: startsByText ? startedOn : newStage && report.stageOn,
    stageEvidence: startsByText ? startEvidence : newStage && report.stageEvidence,
    stageReason: newStage && stageReason,
    conditionReason: newCondition && report.conditionReason,
    conditionReviewOn: newCondition === "paused" ? report.conditionReviewOn : null,
  };
}

/** An empty answer means that nothing changed. */
function oneOf<const Value extends string>(values: readonly Value[], message: string) {
  return lenientField<Value>((text) => {
    const value = values.find((known) => known === text);
    return value ? { value } : { refusal: message };
  });
}

function parseUuid(text: string): Parsed<string> {
  const uuid = z.uuid().safeParse(text);
  return uuid.success ? { value: uuid.data } : { refusal: "这一行问题的编号坏了，请刷新页面再填。" };
}
