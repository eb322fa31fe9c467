import { formatMonth } from "@/lib/format/date-words";
import { milestoneField, readingField } from "@/lib/progress/report-form-rules";
import { conditionText } from "@/lib/text/condition-text";
import { evidenceKindText } from "@/lib/text/evidence-text";
import { problemCategoryText } from "@/lib/text/problem-text";
import { reportFieldText } from "@/lib/text/report-field-text";
import { stageText } from "@/lib/text/stage-text";
import { statusAnswerText } from "@/lib/text/status-check-text";

type Names = Partial<Record<string, string>>;

/** What the inputs of a status check are called. */
export const checkFieldNames: Names = {
  answer: "现在是什么情况",
  on: "日期",
  reason: "终止的原因",
  unit: "责任单位",
  evidenceKind: "依据是什么",
  evidence: "依据名称和日期",
};

const problemNames: Names = {
  category: "类别",
  department: "需协调部门",
  raisedOn: "提出日",
  resolvedOn: "解决日",
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
  const [, row, part = ""] = /^problem-(\d+)-(.+)$/.exec(field) ?? [];
  const problem = row && [`问题 ${Number(row) + 1}`, problemNames[part]].filter(Boolean).join("，");
  return reportFieldText[field] ?? commitment?.indicator ?? milestone?.title ?? problem ?? field;
}

const categoryNames: Names = { ...problemCategoryText };
const valueNames: Partial<Record<string, Names>> = {
  newStage: { "": "没有变化", ...stageText },
  startedStage: stageText,
  newCondition: { "": "没有变化", ...conditionText },
  answer: statusAnswerText,
  evidenceKind: evidenceKindText,
};

/** What was chosen or typed into an input, in words. */
export function valueName(field: string, value: string): string {
  if (field === "period" && value) return formatMonth(value);
  if (field.endsWith("unchanged")) return value === "" ? "没有勾选" : "已勾选";
  const known = field.endsWith("-category") ? categoryNames : valueNames[field];
  return known?.[value] ?? (value === "" ? "空" : value);
}
