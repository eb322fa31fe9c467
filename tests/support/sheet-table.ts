// A workbook as a table that a test edits: rows by the names of their columns.
import { buffer } from "node:stream/consumers";
import { readWorkbook } from "@/lib/excel/workbook-reader";
import type { Sheet, SheetRow } from "@/lib/excel/workbook-sheet";
import { writeWorkbook } from "@/lib/excel/workbook-writer";
import { workbookOf } from "./workbook-file";

export type Table = { names: string[]; rows: Record<string, string>[] };

/** Reads the first sheet, or the one of these names. */
export async function tableOf(bytes: Uint8Array, sheets: string[] = []): Promise<Table> {
  const all: SheetRow[] = [];
  for await (const batch of readWorkbook(bytes, { sheets })) all.push(...batch);
  const [heading, ...rows] = all;
  const columns = Object.entries(heading?.cells ?? {}).map(([letter, { text }]) => [letter, text] as const);
  return {
    names: columns.map(([, name]) => name),
    rows: rows.map(({ cells }) =>
      Object.fromEntries(columns.map(([letter, name]) => [name, cells[letter]?.text ?? ""])),
    ),
  };
}

export const bytesOf = (sheets: readonly Sheet[]): Promise<Buffer> => buffer(writeWorkbook(sheets));

/** The table as a workbook that another program might have written. */
export function workbookOfTable({ names, rows }: Table, sheet?: string): Promise<Buffer> {
  const cells = rows.map((row) => names.map((name) => row[name] || null));
  return workbookOf([names, ...cells], sheet ? { sheet } : {});
}
