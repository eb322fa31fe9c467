import { formatDateRange } from "@/lib/format/date-words";
import { parseDateRange } from "@/lib/format/lenient-date";
import { asciiOf } from "@/lib/format/lenient-input";
import { formField, placesOf, prefilledTexts, type SheetProject } from "@/lib/import/report-sheet";
import { yesOrNo } from "@/lib/import/yes-or-no";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { contentOf, type ReportContentDto } from "@/lib/progress/report-content";
import { conditions, stages } from "@/lib/project/project-rules";
import type { KeptValues } from "@/lib/result";
import { conditionText } from "@/lib/text/condition-text";
import { stageText } from "@/lib/text/stage-text";

const plain = [
  "stageOn",
  "stageEvidence",
  "stageReason",
  "conditionReason",
  "conditionReviewOn",
  "summary",
  "nextSteps",
  "note",
] as const;
const totals = ["percent", "arrivedFunds", "completedInvestment"] as const;
const isYes = (text: string | undefined) => text === yesOrNo[0];

/** The month of a row as the form writes it, 2016-08; null when it names none. */
export function monthOf(text: string): string | null {
  const range = parseDateRange(text);
  if ("refusal" in range || !range.value.from) return null;
  const { from, precision } = range.value;
  return precision === "month" || precision === "day" ? from.slice(0, 7) : null;
}

/** What is wrong with a row before it is read as a report, by field. */
export function rowRefusals(texts: Record<string, string>, project: SheetProject): Record<string, string> {
  const { name = "", period = "", unchanged = "", newStage = "", newCondition = "" } = texts;
  const refusals: Record<string, string> = {};
  if (name !== "" && !isAlike(name, project.name) && !isAlike(name, project.shortName)) {
    refusals.name = `编号 ${project.code} 是“${project.name}”。请核对这一行是不是错位。`;
  }
  if (monthOf(period) === null) refusals.period = "请填月份，例如 2016-08。";
  if (unchanged !== "" && !yesOrNo.some((answer) => answer === unchanged))
    refusals.unchanged = "只能填 是 或 否。";
  if (newStage !== "" && stageOf(newStage) === undefined)
    refusals.newStage = onlyOneOf(Object.values(stageText));
  if (newCondition !== "" && conditionOf(newCondition) === undefined) {
    refusals.newCondition = onlyOneOf(Object.values(conditionText));
  }
  for (const { place, nameField, name: expected } of placesOf(project)) {
    const given = texts[nameField] ?? "";
    if (given === "" || isAlike(given, expected) || (texts[place] ?? "") === "") continue;
    refusals[nameField] = `这里登记的是“${expected}”。请重新下载填报表再填。`;
  }
  return refusals;
}

/** A row as the report form would send it; null when nothing was filled in. */
export function formValuesOf(texts: Record<string, string>, project: SheetProject): KeptValues | null {
  const changed = changedFields(texts, project);
  const unchanged = isYes(texts.unchanged);
  if (changed.length === 0 && !unchanged) return null;
  // The totals stay as they were until they grow, so a report repeats them; the answer 本期无变化 says none.
  const carried = unchanged ? [] : [...totals, ...readingPlaces(project)];
  const said = [...new Set([...carried, ...changed])].filter((field) => (texts[field] ?? "") !== "");
  const values = Object.fromEntries(said.map((field) => [formField(project, field), texts[field] ?? ""]));
  return {
    ...values,
    period: monthOf(texts.period ?? "") ?? "",
    unchanged: unchanged ? "yes" : "",
    newStage: changed.includes("newStage") ? (stageOf(texts.newStage ?? "") ?? "") : "",
    newCondition: changed.includes("newCondition") ? (conditionOf(texts.newCondition ?? "") ?? "") : "",
  };
}

/** The fields in which something else stands than was prefilled; an emptied cell says nothing. */
function changedFields(texts: Record<string, string>, project: SheetProject): string[] {
  const prefilled = prefilledTexts(project);
  const fields = [
    "newStage",
    "newCondition",
    ...plain,
    ...totals,
    ...placesOf(project).map(({ place }) => place),
  ];
  return fields.filter((field) => {
    const text = texts[field] ?? "";
    return text !== "" && !isAlike(text, prefilled[field] ?? "");
  });
}

function readingPlaces(project: SheetProject): string[] {
  return placesOf({ ...project, milestones: [] }).map(({ place }) => place);
}

/** Whether a report that was read from a row says what a stored one says. */
export function saysSame(report: ReportInput, stored: ReportContentDto, project: SheetProject): boolean {
  const content = contentOf(report);
  if (content.isUnchanged !== stored.isUnchanged) return false;
  if (content.isUnchanged) return content.nextSteps === stored.nextSteps;
  const plainFields = [
    "percent",
    "arrivedFunds",
    "completedInvestment",
    "summary",
    "nextSteps",
    "note",
  ] as const;
  return (
    plainFields.every((field) => content[field] === stored[field]) &&
    // What the report said has become what stands, once it was published.
    (content.newStage ?? project.stage) === (stored.newStage ?? project.stage) &&
    (content.newCondition ?? project.condition) === (stored.newCondition ?? project.condition) &&
    JSON.stringify(content.readings) === JSON.stringify(stored.readings) &&
    saysSameCompletions(content, stored, project)
  );
}

function saysSameCompletions(
  content: ReportContentDto,
  stored: ReportContentDto,
  { milestones }: SheetProject,
): boolean {
  const words = ({ completions }: ReportContentDto) =>
    new Map(completions.map(({ ordinal, actual }) => [ordinal, formatDateRange(actual)]));
  const [row, before] = [words(content), words(stored)];
  return milestones.every(({ ordinal, actual }) => {
    const recorded = actual ? formatDateRange(actual) : undefined;
    return (row.get(ordinal) ?? recorded) === (before.get(ordinal) ?? recorded);
  });
}

const stageOf = (text: string) => stages.find((stage) => stageText[stage] === text);
const conditionOf = (text: string) => conditions.find((condition) => conditionText[condition] === text);
const onlyOneOf = (choices: readonly string[]) => `只能填：${choices.join("、")}。`;

/** The same but for width, spaces, separators and a percent sign. */
function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const plainText = (text: string) => asciiOf(text).replace(/[,%]/g, "").normalize("NFC");
  return plainText(one) === plainText(other);
}
