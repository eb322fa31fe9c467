import { workbookLimits } from "@/lib/excel/workbook-limits.mjs";
import type { CellValue, Sheet } from "@/lib/excel/workbook-sheet";
import type { ImportKind } from "@/lib/import/import-dto";

type Typed = Partial<Record<string, CellValue>>;

/** What is typed into a row, by column: most stay as they are, some are changed, some are bad. */
const typedInto: Record<ImportKind, (row: number) => Typed> = {
  register: (row) => {
    if (row % 50 === 7) return { 类型: "大工程" };
    return row % 10 === 3 ? { 项目内容: `建设第 ${row} 号厂房与配套设施。` } : {};
  },
  reports: (row) => {
    if (row % 50 === 7) return { 本期进展: "短" };
    if (row % 20 === 3) return { 本期进展: `本月完成第 ${row} 批设备的采购，配套道路进入收尾。` };
    return row % 20 === 4 ? { 本期无变化: "是" } : {};
  },
};

/** The first sheets of these workbooks one after the other, as long as there is room. */
export function filledSheet(kind: ImportKind, workbooks: readonly Sheet[][], isFilled: boolean): Sheet {
  const sheets = workbooks.flatMap(([sheet]) => sheet ?? []);
  const [first] = sheets;
  if (!first) throw new Error("there is no sheet");
  return { ...first, rows: rowsOf(sheets, isFilled ? typedInto[kind] : () => ({})) };
}

async function* rowsOf(sheets: readonly Sheet[], typedInto: (row: number) => Typed) {
  let row = 0;
  for (const { columns, rows } of sheets) {
    for await (const cells of rows) {
      if (row === workbookLimits.rows) return;
      row += 1;
      const typed = typedInto(row);
      yield cells.map((cell, column) => typed[columns[column]?.header ?? ""] ?? cell);
    }
  }
}
