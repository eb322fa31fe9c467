import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { rowField } from "@/lib/format/form-rows";
import {
  allRegisterFields,
  formValue,
  keyOfWord,
  rowFields,
  stageFields,
  wordsOf,
} from "@/lib/import/register-sheet";
import { yesOrNo } from "@/lib/import/yes-or-no";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { projectForm } from "@/lib/register-change/project-form";
import { isSame } from "@/lib/register-change/register-change-rules";
import type { KeptValues } from "@/lib/result";

const notOfForm = ["code", "stage", ...rowFields];

/** The fields of the sheet that are about the project itself. */
export const contentFields = allRegisterFields
  .filter(({ field, isForReading }) => !isForReading && !notOfForm.includes(field))
  .map(({ field }) => field);

/** What is wrong with a row before it is read as a project, by field. */
export function rowRefusals(texts: Record<string, string>): Record<string, string> {
  const words = ["type", "currency"].flatMap((field): [string, string][] => {
    const text = texts[field] ?? "";
    if (text === "" || keyOfWord(field, text) !== undefined) return [];
    return [[field, `只能填：${wordsOf(field).join("、")}。`]];
  });
  const answers = Object.entries(texts).flatMap(([field, text]): [string, string][] =>
    field.endsWith("-aim") && text !== "" && !yesOrNo.some((answer) => answer === text)
      ? [[field, "只能填 是 或 否。"]]
      : [],
  );
  return Object.fromEntries([...words, ...answers]);
}

/** The fields in which a row says something else than the register; `hasColumn` tells which the sheet has. */
export function changedCells(
  texts: Record<string, string>,
  registered: Record<string, string>,
  hasColumn: (field: string) => boolean,
): string[] {
  return contentFields.filter(
    (field) => hasColumn(field) && plain(field, texts[field]) !== plain(field, registered[field]),
  );
}

const numberFields = new Set(
  allRegisterFields.filter(({ kind }) => kind === "number").map(({ field }) => field),
);

/** Numbers and answers are the same however they are written. */
function plain(field: string, text = ""): string {
  if (field.endsWith("-aim")) return text === yesOrNo[0] ? text : "";
  return numberFields.has(field) ? text.replaceAll(",", "").replace(/\.0+$/, "") : text;
}

type Changing = {
  before: WholeProject;
  known: RegisterNames;
  changed: readonly string[];
};

/** A changed row as the form would send it: what the sheet does not change stays as it stands. */
export function changeValues(
  texts: Record<string, string>,
  { before, known, changed }: Changing,
): KeptValues {
  const standing = projectForm.values(before, known);
  const kept = changed.includes("investors")
    ? Object.entries(standing).filter(([field]) => !field.startsWith("investor-"))
    : Object.entries(standing);
  return { ...Object.fromEntries(kept), ...valuesOf(texts, changed) };
}

/** A new row as the form would send it. */
export function creationValues(texts: Record<string, string>): KeptValues {
  const written = contentFields.filter((field) => (texts[field] ?? "") !== "");
  return { currency: "CNY", ...valuesOf(texts, written) };
}

function valuesOf(texts: Record<string, string>, fields: readonly string[]): KeptValues {
  return Object.assign({}, ...fields.map((field) => formValue(field, texts[field] ?? "")));
}

/** Where in the sheet a field of the form stands. */
export function sheetField(field: string): string {
  if (field.startsWith("investor")) return "investors";
  if (field === "commitment") return rowField("commitment", 0, "indicator");
  if (field === "milestone") return rowField("milestone", 0, "title");
  return field;
}

/** Fields in which an existing project says how far it has come, which is not done here. */
export const wayFields = stageFields;

/** Whether a new row says what is registered by now, or waits to be: the way it came and its numbers do not count. */
export function isSameProject(one: WholeProject, other: WholeProject): boolean {
  const bare = ({ stages: _stages, commitments, milestones, ...content }: WholeProject) => ({
    ...content,
    commitments: commitments.map((row) => ({ ...row, ordinal: null })),
    milestones: milestones.map((row) => ({ ...row, ordinal: null })),
  });
  return isSame(bare(one), bare(other));
}
