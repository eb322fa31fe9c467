import { formatMonth } from "@/lib/format/date-words";
import { milestoneField, readingField } from "@/lib/progress/report-form-rules";
import { conditionText } from "@/lib/text/condition-text";
import { problemCategoryText } from "@/lib/text/problem-text";
import { unchangedText } from "@/lib/text/report-text";
import { stageText } from "@/lib/text/stage-text";

/** What the inputs of the report form are called, wherever they are spoken of. */
const names: Partial<Record<string, string>> = {
  period: "填报月份",
  unchanged: unchangedText,
  newStage: "阶段",
  stageOn: "开工或投产日期",
  stageEvidence: "阶段变化的依据",
  stageReason: "没有开工记录的原因",
  newCondition: "状况",
  conditionReason: "状况变化的原因",
  conditionReviewOn: "复核日期",
  percent: "形象进度",
  arrivedFunds: "累计到位资金",
  completedInvestment: "累计完成投资",
  summary: "本期进展",
  nextSteps: "下一步",
  startedOn: "开工日期",
  startEvidence: "开工的依据",
  note: "仍是签约的原因",
};

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
  return names[field] ?? commitment?.indicator ?? milestone?.title ?? problem ?? field;
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
