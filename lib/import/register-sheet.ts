import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { type CellValue, exactNumber } from "@/lib/excel/workbook-sheet";
import { rowField } from "@/lib/format/form-rows";
import type { SheetField } from "@/lib/import/sheet-heading";
import { yesOrNo } from "@/lib/import/yes-or-no";
import { stageField } from "@/lib/project/project-register-rules";
import type { Stage } from "@/lib/project/project-rules";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { projectForm } from "@/lib/register-change/project-form";
import type { KeptValues } from "@/lib/result";
import { currencyText } from "@/lib/text/currency-text";
import { projectTypeText } from "@/lib/text/project-text";
import { stageText } from "@/lib/text/stage-text";

export const registerSheetName = "项目台账";
const mostGroups = 20;
const blankGroups = 3;

/** A registered project as its row of the sheet shows it. */
export type SheetRegistration = {
  id: number;
  code: string;
  version: number;
  stage: Stage;
  content: WholeProject;
};

/** What drop-downs offer; they grow with the register. */
export type SheetChoices = { agreements: readonly string[]; places: readonly string[] };

const dateHint = "写成 2016-08-01、2016-08、2016 年下半年或 不晚于 2016-08-01。";

const before: readonly SheetField[] = [
  {
    field: "code",
    header: "项目编号",
    width: 12,
    kind: "text",
    isNeeded: true,
    hint: "新项目留空，发布时编号。已有的不要改。",
  },
  { field: "name", header: "项目名称", width: 30, kind: "text", isNeeded: true },
  { field: "shortName", header: "简称", width: 16, kind: "text" },
  {
    field: "type",
    header: "类型",
    width: 10,
    kind: "text",
    isNeeded: true,
    choices: Object.values(projectTypeText),
  },
  {
    field: "summary",
    header: "项目内容",
    width: 44,
    kind: "text",
    isNeeded: true,
    hint: "一两句话，公众会看到。",
  },
  {
    field: "investors",
    header: "企业",
    width: 32,
    kind: "text",
    isNeeded: true,
    hint: "几家之间用顿号。台账里没有的会随项目登记。",
  },
  { field: "agreement", header: "所属协议", width: 14, kind: "text", hint: "协议编号，例如 A2015-02。" },
  { field: "agreementNote", header: "协议未明的原因", width: 20, kind: "text" },
  { field: "place", header: "落户地", width: 16, kind: "text", hint: "台账里没有的会随项目登记。" },
  { field: "currency", header: "币种", width: 9, kind: "text", choices: Object.values(currencyText) },
  { field: "plannedInvestment", header: "计划总投资（万）", width: 18, kind: "number" },
  { field: "agreedInvestment", header: "协议投资额（万）", width: 18, kind: "number" },
  { field: "stage", header: "当前阶段", width: 11, kind: "text", isForReading: true },
  {
    field: stageField("signed", "on"),
    header: "签约日期",
    width: 15,
    kind: "text",
    hint: `只有新项目填。${dateHint}`,
  },
  {
    field: stageField("under_construction", "on"),
    header: "开工日期",
    width: 15,
    kind: "text",
    hint: "只有新项目填，还没开工的留空。",
  },
  {
    field: stageField("operating", "on"),
    header: "投产日期",
    width: 15,
    kind: "text",
    hint: "只有新项目填，还没投产的留空。",
  },
  { field: stageField("operating", "reason"), header: "没有开工记录的原因", width: 20, kind: "text" },
];

const after: readonly SheetField[] = [
  {
    field: "reason",
    header: "这一行的变更原因",
    width: 24,
    kind: "text",
    hint: "可以不填，提交时统一填。",
  },
  {
    field: "duplicateReason",
    header: "不是重复登记的原因",
    width: 24,
    kind: "text",
    hint: "和已有项目很像的，才填。",
  },
];

/** Columns that say something about the row, not about the project. */
export const rowFields = after.map(({ field }) => field);
/** Columns in which only a new project says something. */
export const stageFields = before.map(({ field }) => field).filter((field) => field.startsWith("stage-"));

function groups(commitments: number, milestones: number): SheetField[] {
  return [
    ...places(commitments).flatMap((row): SheetField[] => {
      const header = (part: string) => `承诺事项 ${row + 1} ${part}`;
      const field = (part: string) => rowField("commitment", row, part);
      return [
        { field: field("indicator"), header: header("名称"), width: 16, kind: "text" },
        { field: field("target"), header: header("目标值"), width: 12, kind: "number" },
        { field: field("unit"), header: header("单位"), width: 8, kind: "text" },
        { field: field("due"), header: header("时限"), width: 14, kind: "text", hint: dateHint },
        { field: field("aim"), header: header("不可计量"), width: 10, kind: "text", choices: yesOrNo },
        { field: field("note"), header: header("备注"), width: 20, kind: "text" },
        { field: field("reason"), header: header("调整原因"), width: 20, kind: "text" },
      ];
    }),
    ...places(milestones).flatMap((row): SheetField[] => {
      const header = (part: string) => `节点 ${row + 1} ${part}`;
      const field = (part: string) => rowField("milestone", row, part);
      return [
        { field: field("title"), header: header("名称"), width: 20, kind: "text" },
        { field: field("planned"), header: header("时限"), width: 14, kind: "text", hint: dateHint },
        { field: field("note"), header: header("备注"), width: 20, kind: "text" },
        { field: field("reason"), header: header("调整原因"), width: 20, kind: "text" },
      ];
    }),
  ];
}

const places = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The columns of a sheet with room for so many commitments and milestones, and some more. */
export function registerFields(
  size: { commitments: number; milestones: number },
  choices: SheetChoices,
): SheetField[] {
  const offered: Partial<Record<string, readonly string[]>> = {
    agreement: choices.agreements,
    place: choices.places,
  };
  const withRoom = (count: number) => Math.min(count + blankGroups, mostGroups);
  return [...before, ...groups(withRoom(size.commitments), withRoom(size.milestones)), ...after].map(
    (column) => {
      const list = offered[column.field];
      // What is not in these lists may be registered with the project.
      return list && list.length > 0 ? { ...column, choices: list, areChoicesOnlyOffered: true } : column;
    },
  );
}

/** Every column that a sheet of the register may have. */
export const allRegisterFields = [...before, ...groups(mostGroups, mostGroups), ...after];

/** What the form calls by keys, the sheet calls by words. */
const words: Partial<Record<string, Record<string, string>>> = {
  type: projectTypeText,
  currency: currencyText,
};

/** The key of a word; undefined: the sheet has none such. */
export function keyOfWord(field: string, word: string): string | undefined {
  return Object.entries(words[field] ?? {}).find(([, known]) => known === word)?.[0];
}
export const wordsOf = (field: string): string[] => Object.values(words[field] ?? {});

/** What the sheet shows of a registered project, by field. */
export function registeredTexts(
  { code, stage, content }: SheetRegistration,
  known: RegisterNames,
): Record<string, string> {
  const values = Object.entries(projectForm.values(content, known)).map(([field, value]) => [
    field,
    Array.isArray(value) ? (value.at(-1) ?? "") : value,
  ]);
  const texts: Record<string, string> = Object.fromEntries(values);
  return {
    ...texts,
    code,
    stage: stageText[stage],
    type: projectTypeText[content.type],
    currency: currencyText[content.currency],
    investors: Object.entries(texts)
      .filter(([field]) => field.startsWith("investor-"))
      .map(([, name]) => name)
      .join("、"),
    plannedInvestment: (texts.plannedInvestment ?? "").replaceAll(",", ""),
    agreedInvestment: (texts.agreedInvestment ?? "").replaceAll(",", ""),
    ...Object.fromEntries(
      content.commitments.map(({ isMeasurable }, row) => [
        rowField("commitment", row, "aim"),
        isMeasurable ? "" : yesOrNo[0],
      ]),
    ),
  };
}

/** The cells of a registered project in these columns. */
export function registeredCells(
  project: SheetRegistration,
  known: RegisterNames,
  fields: readonly SheetField[],
): CellValue[] {
  const texts = registeredTexts(project, known);
  return fields.map(({ field, kind }) => {
    const text = texts[field] ?? "";
    if (text === "") return null;
    return kind === "number" ? exactNumber(text) : text;
  });
}

/** Which inputs of the form a cell of the sheet fills. */
export function formValue(field: string, text: string): KeptValues {
  if (field === "investors") {
    const names = text.split(/[、，,;；\n]/).map((name) => name.trim());
    return Object.fromEntries(
      names.filter((name) => name !== "").map((name, row) => [rowField("investor", row, "name"), name]),
    );
  }
  if (field.endsWith("-aim")) return { [field]: text === yesOrNo[0] ? "yes" : "" };
  return { [field]: keyOfWord(field, text) ?? text };
}
