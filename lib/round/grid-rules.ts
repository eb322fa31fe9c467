import { windowFields } from "@/lib/draft/draft-rules";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { readingField } from "@/lib/progress/report-form-rules";
import type { KeptValues } from "@/lib/result";

/** What one row of the grid asks about every project. */
const fixedParts = ["unchanged", "percent", "summary"] as const;
/** What a row asks: also the reading of each commitment, by its ordinal. */
export type GridPart = (typeof fixedParts)[number] | ReturnType<typeof readingField>;

/** What the tick box of 本期无变化 sends. */
export const tick = "yes";

const fieldName = new RegExp(`^(P\\d{4}-\\d{2,5})-(${fixedParts.join("|")}|reading-\\d{1,3})$`);

/** The name of an input, which is its id too. */
export const gridField = (code: string, part: GridPart) => `${code}-${part}`;

/** Which project and what of it an input asks; null: it is none of the grid's rows. */
export function gridFieldOf(name: string): { code: string; part: string } | null {
  const [, code, part] = fieldName.exec(name) ?? [];
  return code && part ? { code, part } : null;
}

/** Whose projects a grid asks about; each has a draft of its own. */
type Scope = "own" | "open";

/** The name of the draft in which a grid is kept. */
export function gridForm(period: IsoDate, scope: Scope): string {
  const form = `grid:${period.slice(0, 7)}`;
  return scope === "own" ? form : `${form}:open`;
}

/** Whether a draft of the grid need not keep this input: it is empty, or none of the grid's. */
export function isLeftOutOfGrid(name: string, sent: KeptValues): boolean {
  if (windowFields.includes(name)) return false;
  return gridFieldOf(name) === null || textOf(sent, name) === "";
}

/** The projects for which anything was answered, by their codes. */
export function answeredCodes(values: KeptValues): string[] {
  const codes = Object.keys(values).flatMap((name) => {
    const field = gridFieldOf(name);
    return field && textOf(values, name) !== "" ? [field.code] : [];
  });
  return [...new Set(codes)];
}

/** One row as the report form would have sent it. */
export function reportValues(values: KeptValues, code: string, period: IsoDate): KeptValues {
  const left = Object.fromEntries(fixedParts.map((part) => [part, ""]));
  const typed = Object.keys(rowOf(values, code)).map((name) => [
    gridFieldOf(name)?.part,
    textOf(values, name),
  ]);
  return {
    period: period.slice(0, 7),
    newStage: "",
    newCondition: "",
    ...left,
    ...Object.fromEntries(typed),
  };
}

/** The errors of one row, by the names of the grid's inputs; what the grid does not ask stands at the text. */
export function rowErrors(code: string, errors: Record<string, string>): Record<string, string> {
  const placed = Object.entries(errors).map(([field, message]) => {
    const name = `${code}-${field}`;
    if (gridFieldOf(name)) return [name, message] as const;
    const words = field === "period" ? message : `${message}这一项请到填报页填。`;
    return [gridField(code, "summary"), words] as const;
  });
  return Object.fromEntries(placed.toReversed());
}

/** What a grid needs to know of a project to answer 本期无变化 for it. */
type Answerable = { code: string; isVerified: boolean; hasDraft: boolean };

/** 其余都无变化: the tick for each project that has no answer and can have this one. */
export function answerRest(values: KeptValues, rows: readonly Answerable[]): KeptValues {
  const answered = new Set(answeredCodes(values));
  const rest = rows.filter(
    ({ code, isVerified, hasDraft }) => isVerified && !hasDraft && !answered.has(code),
  );
  return {
    ...values,
    ...Object.fromEntries(rest.map(({ code }) => [gridField(code, "unchanged"), tick])),
  };
}

/** What a draft has of one row. */
export function rowOf(values: KeptValues, code: string): KeptValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => gridFieldOf(name)?.code === code));
}

function textOf(values: KeptValues, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value.trim() : "";
}
