import { z } from "zod";
import type { IsoDate } from "@/lib/format/calendar-day";
import { parseDateRange, parseDay } from "@/lib/format/lenient-date";
import { parsePercent, parseQuantity, parseYuan } from "@/lib/format/lenient-number";
import { issuesByField, lenientField, required, textField } from "@/lib/format/lenient-schema";
import { milestoneField, readingField, reportTree } from "@/lib/progress/report-form-rules";
import { conditions, stages } from "@/lib/project/project-rules";
import type { Parsed } from "@/lib/refusal";
import type { KeptValues } from "@/lib/result";
import { unchangedText } from "@/lib/text/report-text";

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

const summaryNeeded = `请写本期进展，至少 ${leastSummary} 个字。`;

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
  summary: required(textField(2000), summaryNeeded).refine(
    (text) => text.length >= leastSummary,
    summaryNeeded,
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

/** The answer that nothing changed needs no words of its own. */
const unchangedForm = reportForm.extend({ summary: textField(2000) });

/** What a report says, by the names of the form's fields; null is not filled in. */
export type ReportInput = Omit<
  z.output<typeof reportForm>,
  "startedOn" | "startedStage" | "startEvidence"
> & {
  /** 本期无变化: its author says so, and nothing else that the public reads. */
  isUnchanged: boolean;
  /** The stage changes by the answer to what the text says, not by the question about the stage. */
  startsByText: boolean;
};

/** Reads the report form: what it says, or what is wrong with each field. */
export function readReport(values: KeptValues): { report: ReportInput } | { errors: Record<string, string> } {
  if (values.unchanged === ticked) return readUnchanged(values);
  const parsed = reportForm.safeParse(reportTree(values));
  return parsed.success ? { report: settled(parsed.data) } : { errors: issuesByField(parsed.error) };
}

/** What a tick box sends. */
const ticked = "yes";

function readUnchanged(values: KeptValues): ReturnType<typeof readReport> {
  const parsed = unchangedForm.safeParse(reportTree(values));
  if (!parsed.success) return { errors: issuesByField(parsed.error) };
  const changes = changedFields(parsed.data);
  if (changes.length > 0) {
    const message = `勾了“${unchangedText}”，这里就不填。请清空这一项，或去掉勾选。`;
    return { errors: Object.fromEntries(changes.map((field) => [field, message])) };
  }
  return {
    report: { ...settled({ ...parsed.data, summary: unchangedText }), note: null, isUnchanged: true },
  };
}

/** The fields in which a report says something new to the public, or about money. */
function changedFields(report: z.output<typeof unchangedForm>): string[] {
  const { newStage, startedOn, newCondition, percent, arrivedFunds, completedInvestment, summary } = report;
  const plain = { newStage, startedOn, newCondition, percent, arrivedFunds, completedInvestment, summary };
  const rows = [
    ...Object.entries(report.reading).map(
      ([ordinal, value]) => [readingField(Number(ordinal)), value] as const,
    ),
    ...Object.entries(report.milestone).map(
      ([ordinal, actual]) => [milestoneField(Number(ordinal)), actual] as const,
    ),
  ];
  return [...Object.entries(plain), ...rows].flatMap(([field, value]) => (value === null ? [] : [field]));
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
    isUnchanged: false,
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
