import type { AttachedForm } from "@/lib/attachment/attachment-dto";
import type { WrittenForm } from "@/lib/draft/draft-rules";
import type { KeptValues } from "@/lib/result";

/** The parts of one row of 问题清单; `key` ties it to the same problem in an earlier report. */
const problemParts = ["key", "category", "department", "raisedOn", "resolvedOn", "text"] as const;
export type ProblemPart = (typeof problemParts)[number];

// Inputs that come in numbers carry theirs in the name: reading-1, milestone-2, problem-3-text.
export const readingField = (ordinal: number) => `reading-${ordinal}` as const;
export const milestoneField = (ordinal: number) => `milestone-${ordinal}`;
export const problemField = (row: number, part: ProblemPart) => `problem-${row}-${part}`;

const problemName = new RegExp(`^problem-(\\d{1,2})-(${problemParts.join("|")})$`);
const numberedName = /^(reading|milestone)-(\d{1,3})$/;

type Rows = Record<string, Record<string, string>>;

/** What the form sent, as the tree that the schema reads; rows of problems in which nothing is written fall away. */
export function reportTree(values: KeptValues) {
  const tree: Record<string, unknown> & { reading: Rows[string]; milestone: Rows[string]; problem: Rows } = {
    reading: {},
    milestone: {},
    problem: {},
  };
  for (const [name, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? (value.at(-1) ?? "") : value;
    const [, row, part] = problemName.exec(name) ?? [];
    const [, group, ordinal] = numberedName.exec(name) ?? [];
    if (row && part) tree.problem[row] = { ...tree.problem[row], [part]: text };
    else if (group === "reading" && ordinal) tree.reading[ordinal] = text;
    else if (group === "milestone" && ordinal) tree.milestone[ordinal] = text;
    else tree[name] = text;
  }
  tree.problem = Object.fromEntries(Object.entries(tree.problem).filter(([, row]) => isWritten(row)));
  return tree;
}

/** Whether an input belongs to a row of problems in which nothing is written; asked for another row, empty ones stay. */
export function isOfEmptyRow(name: string, sent: KeptValues): boolean {
  const [, row] = problemName.exec(name) ?? [];
  if (row === undefined || sent.intent === "row") return false;
  return !writtenParts.some((part) => String(sent[problemField(Number(row), part)] ?? "").trim());
}

/** The same without those inputs. */
export function withoutEmptyRows(values: KeptValues): KeptValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isOfEmptyRow(name, values)));
}

/** How many rows of problems there are. */
export function problemRowCount(values: KeptValues): number {
  const rows = Object.keys(values).flatMap((name) => problemName.exec(name)?.[1] ?? []);
  return rows.length === 0 ? 0 : Math.max(...rows.map(Number)) + 1;
}

// A select always has a value and a hidden key always stays, so they do not make a row.
const writtenParts = ["department", "raisedOn", "resolvedOn", "text"] as const;

function isWritten(row: Record<string, string>): boolean {
  return writtenParts.some((part) => row[part]?.trim());
}

/** The name of the draft in which a report on a project, or a correction of one, is kept. */
export const reportForm = (code: string, corrects: number | null = null) =>
  corrects === null ? `report:${code}` : `correction:${code}:${corrects}`;

/** The same as what photos and files are added to. */
export const attachedForm = (code: string, corrects: number | null = null): AttachedForm => ({
  code,
  corrects,
  form: reportForm(code, corrects),
});

/** What the form shows after it was sent. */
export type WrittenReport = WrittenForm & {
  code: string;
  /** The published report that it corrects; null: it corrects none. */
  corrects: number | null;
};
