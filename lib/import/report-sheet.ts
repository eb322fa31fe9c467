import { type CellValue, exactNumber } from "@/lib/excel/workbook-sheet";
import { formatDateRange } from "@/lib/format/date-words";
import { formatWanInput } from "@/lib/format/money";
import type { SheetField } from "@/lib/import/sheet-heading";
import { yesOrNo } from "@/lib/import/yes-or-no";
import type { FormCommitment, FormMilestone } from "@/lib/progress/progress-queries";
import type { ReportContentDto } from "@/lib/progress/report-content";
import { milestoneField, readingField } from "@/lib/progress/report-form-rules";
import type { Condition, Stage } from "@/lib/project/project-rules";
import { conditionText } from "@/lib/text/condition-text";
import { unchangedText } from "@/lib/text/report-text";
import { stageText } from "@/lib/text/stage-text";

export const reportSheetName = "月度填报";
const mostGroups = 20;

/** A project as its row of the monthly sheet shows it. */
export type SheetProject = {
  code: string;
  name: string;
  shortName: string;
  stage: Stage;
  condition: Condition | null;
  last: ReportContentDto | null;
  commitments: FormCommitment[];
  milestones: FormMilestone[];
  /** The viewer has a draft of a report on it. */
  hasDraft: boolean;
};

const fixed: readonly SheetField[] = [
  { field: "code", header: "项目编号", width: 12, kind: "text", isForReading: true, isNeeded: true },
  { field: "name", header: "项目名称", width: 28, kind: "text", isForReading: true },
  {
    field: "period",
    header: "填报月份",
    width: 11,
    kind: "text",
    isNeeded: true,
    hint: "写成 2016-08 这样。",
  },
  {
    field: "unchanged",
    header: unchangedText,
    width: 13,
    kind: "text",
    choices: yesOrNo,
    isNeeded: true,
    hint: "没有变化也要答：选“是”。选了“是”，这一行其他格不要改。",
  },
  { field: "newStage", header: "阶段", width: 12, kind: "text", choices: Object.values(stageText) },
  {
    field: "stageOn",
    header: "阶段日期",
    width: 14,
    kind: "text",
    hint: "阶段变了才填，写成 2016-08-01、2016-08 或 2016 年下半年。",
  },
  {
    field: "stageEvidence",
    header: "阶段依据",
    width: 24,
    kind: "text",
    hint: "阶段变了才填：来源或文字说明。",
  },
  { field: "stageReason", header: "没有开工记录的原因", width: 20, kind: "text" },
  { field: "newCondition", header: "状况", width: 12, kind: "text", choices: Object.values(conditionText) },
  { field: "conditionReason", header: "状况变化原因", width: 20, kind: "text" },
  { field: "conditionReviewOn", header: "复查日", width: 12, kind: "day", hint: "暂停的才填。" },
  { field: "percent", header: "形象进度（%）", width: 14, kind: "number", hint: "0 到 100 的整数。" },
  { field: "arrivedFunds", header: "累计到位资金（万元）", width: 20, kind: "number" },
  { field: "completedInvestment", header: "累计完成投资（万元）", width: 20, kind: "number" },
];

const texts: readonly SheetField[] = [
  {
    field: "summary",
    header: "本期进展",
    width: 50,
    kind: "text",
    isNeeded: true,
    hint: "至少 10 个字，公众看得到。",
  },
  { field: "nextSteps", header: "下一步", width: 30, kind: "text" },
  {
    field: "note",
    header: "补充说明",
    width: 30,
    kind: "text",
    hint: "正文写到施工而阶段不变的，写明原因。",
  },
];

const commitmentName = (position: number) => `commitment-${position}-name`;
const milestoneName = (position: number) => `milestone-${position}-name`;
/** A place in the sheet, which each project fills with its own commitment or milestone. */
const commitmentPlace = (position: number) => `commitment-${position}`;
const milestonePlace = (position: number) => `milestone-${position}`;

function groups(commitments: number, milestones: number): SheetField[] {
  const readings = places(commitments).flatMap((position): SheetField[] => [
    {
      field: commitmentName(position),
      header: `承诺事项 ${position}`,
      width: 18,
      kind: "text",
      isForReading: true,
    },
    { field: commitmentPlace(position), header: `承诺事项 ${position} 累计`, width: 15, kind: "number" },
  ]);
  const completions = places(milestones).flatMap((position): SheetField[] => [
    {
      field: milestoneName(position),
      header: `节点 ${position}`,
      width: 24,
      kind: "text",
      isForReading: true,
    },
    { field: milestonePlace(position), header: `节点 ${position} 完成日`, width: 15, kind: "text" },
  ]);
  return [...readings, ...completions];
}

const places = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The columns of a sheet with room for so many commitments and milestones of one project. */
export function reportFields(commitments: number, milestones: number): SheetField[] {
  return [...fixed, ...groups(Math.min(commitments, mostGroups), Math.min(milestones, mostGroups)), ...texts];
}

/** Every column that a monthly sheet may have. */
export const allReportFields = reportFields(mostGroups, mostGroups);

/** The name of the form's field that a place of the sheet fills for this project; the place itself when it is none. */
export function formField(project: SheetProject, field: string): string {
  return placesOf(project).find(({ place }) => place === field)?.field ?? field;
}

/** Where in the sheet a field of the report form stands for this project. */
export function sheetField(project: SheetProject, field: string): string {
  // What the text says of construction is asked at the text.
  if (field === "startedOn" || field === "startEvidence") return "summary";
  return placesOf(project).find((place) => place.field === field)?.place ?? field;
}

/** The places of a project's commitments and milestones in the sheet, with the form's field and the name beside it. */
export function placesOf({ commitments, milestones }: Pick<SheetProject, "commitments" | "milestones">) {
  return [
    ...commitments.slice(0, mostGroups).map(({ ordinal, indicator, unit }, index) => ({
      place: commitmentPlace(index + 1),
      nameField: commitmentName(index + 1),
      field: readingField(ordinal),
      name: `${indicator}（${unit}）`,
    })),
    ...milestones.slice(0, mostGroups).map(({ ordinal, title }, index) => ({
      place: milestonePlace(index + 1),
      nameField: milestoneName(index + 1),
      field: milestoneField(ordinal),
      name: title,
    })),
  ];
}

/** What the sheet shows of a project before anything is typed, by field. */
export function prefilledTexts(project: SheetProject): Record<string, string> {
  const { stage, condition, last, commitments, milestones } = project;
  const money = (amount: string | null | undefined) =>
    amount ? formatWanInput(amount).replaceAll(",", "") : "";
  return {
    code: project.code,
    name: project.name,
    newStage: stageText[stage],
    newCondition: condition ? conditionText[condition] : "",
    percent: last?.percent?.toString() ?? "",
    arrivedFunds: money(last?.arrivedFunds),
    completedInvestment: money(last?.completedInvestment),
    ...Object.fromEntries(placesOf(project).map(({ nameField, name }) => [nameField, name])),
    ...Object.fromEntries(
      commitments
        .slice(0, mostGroups)
        .map(({ last: value }, index) => [commitmentPlace(index + 1), value?.toString() ?? ""]),
    ),
    ...Object.fromEntries(
      milestones
        .slice(0, mostGroups)
        .map(({ actual }, index) => [milestonePlace(index + 1), actual ? formatDateRange(actual) : ""]),
    ),
  };
}

/** The cells of a project's row in these columns. */
export function reportCells(
  project: SheetProject,
  month: string,
  fields: readonly SheetField[],
): CellValue[] {
  const prefilled: Record<string, string> = { ...prefilledTexts(project), period: month };
  return fields.map(({ field, kind }) => {
    const text = prefilled[field] ?? "";
    if (text === "") return null;
    return kind === "number" ? exactNumber(text) : text;
  });
}
