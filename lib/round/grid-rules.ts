import { windowFields } from "@/lib/draft/draft-rules";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { KeptValues } from "@/lib/result";

/** What one row of the grid asks about a project. */
const gridParts = ["unchanged", "percent", "summary"] as const;
export type GridPart = (typeof gridParts)[number];
/** The parts that say what changed. */
export const changeParts = ["percent", "summary"] as const satisfies readonly GridPart[];

/** What the tick box of 本期无变化 sends. */
export const tick = "yes";

const fieldName = new RegExp(`^(P\\d{4}-\\d{2,5})-(${gridParts.join("|")})$`);

/** The name of an input, which is its id too. */
export const gridField = (code: string, part: GridPart) => `${code}-${part}`;

/** Which project and what of it an input asks; null: it is none of the grid's rows. */
export function gridFieldOf(name: string): { code: string; part: GridPart } | null {
  const [, code, part] = fieldName.exec(name) ?? [];
  const known = gridParts.find((candidate) => candidate === part);
  return code && known ? { code, part: known } : null;
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
  const parts = gridParts.map((part) => [part, textOf(values, gridField(code, part))]);
  return { period: period.slice(0, 7), newStage: "", newCondition: "", ...Object.fromEntries(parts) };
}

/** The errors of one row, by the names of the grid's inputs; what the grid does not ask stands at the text. */
export function rowErrors(code: string, errors: Record<string, string>): Record<string, string> {
  const placed = Object.entries(errors).map(([field, message]) => {
    const part = gridParts.find((known) => known === field);
    const isHere = part !== undefined || field === "period";
    return [gridField(code, part ?? "summary"), isHere ? message : `${message}这一项请到填报页填。`] as const;
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

/** All inputs of these rows, as a draft names them. */
export function fieldsOf(codes: readonly string[]): string[] {
  return codes.flatMap((code) => gridParts.map((part) => gridField(code, part)));
}

function textOf(values: KeptValues, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value.trim() : "";
}
