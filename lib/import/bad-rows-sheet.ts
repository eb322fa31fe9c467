import type { Sheet, SheetColumn } from "@/lib/excel/workbook-sheet";
import { textOfNeutral } from "@/lib/format/neutral-text";
import type { BadRows } from "@/lib/import/import-queries";

const first: readonly SheetColumn[] = [
  { header: "原来的行号", width: 11, kind: "number", isForReading: true },
  { header: "要改什么", width: 60, kind: "text", isForReading: true },
];

/** The rows as they stood in the upload, behind what is wrong with each; it can be put right and uploaded again. */
export function badRowsSheet({ columns, rows }: BadRows): Sheet {
  return {
    name: "有错的行",
    columns: [
      ...first,
      ...columns.map(({ name }): SheetColumn => ({ header: name, width: 18, kind: "text" })),
    ],
    frozenColumns: first.length,
    rows: rows.map(({ row, cells, problems, failure }) => [
      { digits: String(row) },
      [...problems.map(({ column, reason }) => `${column}：${reason}`), ...(failure ? [failure] : [])].join(
        "\n",
      ),
      ...columns.map(({ letter }) => textOfNeutral(cells[letter] ?? "")),
    ]),
  };
}
