import type { IsoDate } from "@/lib/format/calendar-day";

/** An exact number as digits, such as 1234.5678; Excel keeps 15 of them. */
export type ExactNumber = { digits: string };

/** A day is a real date cell; text is neutralised; null is an empty cell. */
export type CellValue = string | ExactNumber | { day: IsoDate } | null;

export type SheetColumn = {
  header: string;
  /** In characters of Latin text, as Excel counts. */
  width: number;
  /** How what is typed into it is kept and shown. `text` keeps 2016-08 as it is typed. */
  kind: "text" | "number" | "day";
  /** A drop-down; what is not in it is refused. */
  choices?: readonly string[];
  /** The drop-down only offers: something else may be typed. */
  areChoicesOnlyOffered?: boolean;
  /** Shown when a cell of the column is entered. */
  hint?: string;
  /** For reading: nothing that is typed into it is imported. */
  isForReading?: boolean;
};

export type Sheet = {
  name: string;
  columns: readonly SheetColumn[];
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
  /** How many columns stay when scrolling sideways. */
  frozenColumns?: number;
};

/** The number of an amount, as a cell: exact, without separators; null stays empty. */
export function exactNumber(digits: string | number | bigint | null): ExactNumber | null {
  return digits === null ? null : { digits: String(digits).replaceAll(",", "") };
}

/** A cell that was read, as a person would have typed it; `isError`: #REF! and the like. */
export type SheetCell = { text: string; isError?: true };

/** Cells that were read by the letter of their column; empty ones are left out. */
export type SheetRow = { row: number; cells: Record<string, SheetCell> };
