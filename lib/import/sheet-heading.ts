import type { SheetColumn, SheetRow } from "@/lib/excel/workbook-sheet";
import { asciiOf } from "@/lib/format/lenient-input";
import { textOfNeutral } from "@/lib/format/neutral-text";
import type { UploadedColumn } from "@/lib/import/import-dto";
import { DomainError } from "@/lib/result";

/** A column of a template by the field that it fills; without a needed one the sheet is not read. */
export type SheetField = SheetColumn & { field: string; isNeeded?: boolean };

/** Where each field stands in an uploaded sheet. */
export type Heading = {
  columns: UploadedColumn[];
  /** Those of our fields that the sheet has, in the order of our template. */
  fields: { field: string; letter: string }[];
  letterOf: (field: string) => string | null;
};

/** A row by field: what was typed, "" for nothing. */
export type SheetLine = {
  row: number;
  texts: Record<string, string>;
  /** Fields that hold #REF! or another error. */
  errors: string[];
  /** Text by letter, as it stood there. */
  cells: Record<string, string>;
};

/** What is missing or twice in the first row; empty when the sheet can be read. */
export function headingProblems(first: SheetRow, fields: readonly SheetField[]): string[] {
  const names = Object.values(first.cells).map(({ text }) => plainName(text));
  const missing = fields.filter(({ header, isNeeded }) => isNeeded && !names.includes(plainName(header)));
  const twice = fields.filter(({ header }) => names.filter((name) => name === plainName(header)).length > 1);
  return [
    ...(missing.length > 0 ? [`缺少这些列：${missing.map(({ header }) => header).join("、")}。`] : []),
    ...(twice.length > 0 ? [`这些列出现了两次：${twice.map(({ header }) => header).join("、")}。`] : []),
  ];
}

/** Finds the columns by their names, in whatever order they stand. */
export function readHeading(first: SheetRow, fields: readonly SheetField[]): Heading {
  const problems = headingProblems(first, fields);
  if (problems.length > 0) {
    throw new DomainError(`${problems.join("")}请用下载的模板，第 1 行不要改，再上传。`);
  }
  const byName = new Map(fields.map(({ header, field }) => [plainName(header), field]));
  const letters = new Map<string, string>();
  const columns = Object.entries(first.cells).map(([letter, { text }]) => {
    const field = byName.get(plainName(text));
    if (field) letters.set(field, letter);
    return { letter, name: text.trim(), isRead: field !== undefined };
  });
  const found = fields.flatMap(({ field }) => {
    const letter = letters.get(field);
    return letter === undefined ? [] : [{ field, letter }];
  });
  return { columns, fields: found, letterOf: (field) => letters.get(field) ?? null };
}

/** The texts of a row by field. */
export function readLine({ row, cells }: SheetRow, { fields }: Heading): SheetLine {
  const texts: Record<string, string> = {};
  const errors: string[] = [];
  for (const { field, letter } of fields) {
    const cell = cells[letter];
    if (!cell) continue;
    texts[field] = textOfNeutral(cell.text.trim());
    if (cell.isError) errors.push(field);
  }
  return {
    row,
    texts,
    errors,
    cells: Object.fromEntries(Object.entries(cells).map(([letter, { text }]) => [letter, text])),
  };
}

/** A name of a column without its unit, which stands in brackets, and without spaces. */
function plainName(header: string): string {
  return asciiOf(header).replace(/\([^)]*\)/g, "");
}
