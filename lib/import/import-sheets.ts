import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { SheetRow } from "@/lib/excel/workbook-sheet";
import type { ImportKind, JudgedRow } from "@/lib/import/import-dto";
import { judgeRegisterRows } from "@/lib/import/register-judging-queries";
import { allRegisterFields, registerSheetName } from "@/lib/import/register-sheet";
import { judgeReportRows } from "@/lib/import/report-judging-queries";
import { allReportFields, reportSheetName } from "@/lib/import/report-sheet";
import { type Heading, headingProblems, type SheetField, type SheetLine } from "@/lib/import/sheet-heading";

/** A kind of sheet that can be imported. */
export type ImportSheet = {
  kind: ImportKind;
  /** Name of the sheet in our templates. */
  name: string;
  fields: readonly SheetField[];
  /** What handing each row in would do; `seen` is kept from batch to batch of one workbook. */
  judge: (
    viewer: Viewer,
    lines: readonly SheetLine[],
    context: { heading: Heading; seen: Map<string, number> },
  ) => Promise<JudgedRow[]>;
};

const sheets: readonly ImportSheet[] = [
  { kind: "reports", name: reportSheetName, fields: allReportFields, judge: judgeReportRows },
  { kind: "register", name: registerSheetName, fields: allRegisterFields, judge: judgeRegisterRows },
];

export const sheetNames = sheets.map(({ name }) => name);

/** The kind of sheet whose columns these are; that it comes nearest to when some are missing. */
export function sheetOf(heading: SheetRow): ImportSheet {
  const missing = (sheet: ImportSheet) => headingProblems(heading, sheet.fields).join("").length;
  const [nearest] = sheets.toSorted((one, other) => missing(one) - missing(other));
  if (!nearest) throw new Error("no sheet can be imported");
  return nearest;
}
