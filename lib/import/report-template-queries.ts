import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { CellValue, Sheet } from "@/lib/excel/workbook-sheet";
import type { IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { reportCells, reportFields, reportSheetName } from "@/lib/import/report-sheet";
import { getDueSize, listDueProjects } from "@/lib/import/report-sheet-queries";
import type { SheetField } from "@/lib/import/sheet-heading";
import { reportSheetHelpText } from "@/lib/text/import-help-text";

/** The sheets of a month: one row for each project on which the viewer is due to report, and how to fill them in. */
export async function monthlySheets(viewer: Viewer, period: IsoDate): Promise<Sheet[]> {
  const size = await getDueSize(viewer, period);
  const fields = reportFields(size.commitments, size.milestones);
  return [
    { name: reportSheetName, columns: fields, frozenColumns: 2, rows: rowsOf(viewer, period, fields) },
    {
      name: "说明",
      columns: [{ header: `${formatMonth(period)}填报说明`, width: 100, kind: "text" }],
      rows: [`${size.projects} 个项目待填报。`, ...reportSheetHelpText].map((text) => [text]),
    },
  ];
}

async function* rowsOf(
  viewer: Viewer,
  period: IsoDate,
  fields: readonly SheetField[],
): AsyncGenerator<CellValue[]> {
  const month = period.slice(0, 7);
  for await (const project of listDueProjects(viewer, period)) yield reportCells(project, month, fields);
}
