import { formatMonth } from "@/lib/format/date-words";
import { milestoneField, readingField } from "@/lib/progress/report-form-rules";
import { conditionText } from "@/lib/text/condition-text";
import { problemCategoryText } from "@/lib/text/problem-text";
import { reportFieldText } from "@/lib/text/report-field-text";
import { stageText } from "@/lib/text/stage-text";

type Named = { ordinal: number };
type Numbered = {
  commitments: readonly (Named & { indicator: string })[];
  milestones: readonly (Named & { title: string })[];
};

/** The name of an input of the report form. */
export function fieldName(field: string, { commitments, milestones }: Numbered): string {
  const commitment = commitments.find(({ ordinal }) => readingField(ordinal) === field);
  const milestone = milestones.find(({ ordinal }) => milestoneField(ordinal) === field);
  const [, row] = /^problem-(\d+)-/.exec(field) ?? [];
  const problem = row && `问题 ${Number(row) + 1}`;
  return reportFieldText[field] ?? commitment?.indicator ?? milestone?.title ?? problem ?? field;
}

const valueNames: Partial<Record<string, string>> = {
  ...stageText,
  ...conditionText,
  ...problemCategoryText,
};

/** What was chosen or typed into an input, in words. */
export function valueName(field: string, value: string): string {
  const isAxis = field === "newStage" || field === "newCondition";
  if (value === "") return isAxis ? "没有变化" : "空";
  if (field === "period") return formatMonth(value);
  if (field.endsWith("unchanged")) return "已勾选";
  return isAxis || field.endsWith("-category") ? (valueNames[value] ?? value) : value;
}
