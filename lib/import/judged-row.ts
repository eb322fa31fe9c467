import type { CellProblem, JudgedRow } from "@/lib/import/import-dto";
import type { Heading, SheetLine } from "@/lib/import/sheet-heading";

/** What is wrong with a field of a row, or with `isWarning` worth a second look. */
export type RowProblem = { field: string; reason: string; isWarning?: boolean };

/** The problems where they stand in the sheet. */
export function problemsAt(
  problems: readonly RowProblem[],
  { cells }: SheetLine,
  { columns, letterOf }: Heading,
): CellProblem[] {
  return problems.map(({ field, reason, isWarning = false }) => {
    const letter = letterOf(field) ?? "";
    const column = columns.find((known) => known.letter === letter)?.name ?? "";
    return { letter, column, value: cells[letter] ?? "", reason, isWarning };
  });
}

type Judgement = Pick<JudgedRow, "key" | "title" | "verdict"> &
  Partial<Pick<JudgedRow, "problems" | "changes" | "content">>;

export function judgedRow({ row, cells }: SheetLine, judgement: Judgement): JudgedRow {
  return { row, cells, problems: [], changes: [], content: null, ...judgement };
}

/** Cells that hold #REF! or another error, by field. */
export function errorRefusals({ errors, texts }: SheetLine): Record<string, string> {
  return Object.fromEntries(
    errors.map((field) => [field, `单元格是错误值 ${texts[field] ?? ""}。请填数值或清空。`]),
  );
}
