// The monthly sheet as staff fill it in and upload it.
import { uploadWorkbook } from "@/lib/import/import-commands";
import type { ImportVerdict } from "@/lib/import/import-dto";
import { findImport } from "@/lib/import/import-queries";
import { monthlySheets } from "@/lib/import/report-template-queries";
import { viewerOf } from "./cast";
import { bytesOf, type Table, tableOf, workbookOfTable } from "./sheet-table";
import { openDesk } from "./staff-desk";

export const reportPeriod = "2016-08-01";
export const reportSummary = "机房主体完成，首批机柜进场安装。";

/** Opens the desk at which zhao downloads, fills in and uploads the sheet of the month. */
export async function openReportSheet() {
  await openDesk();
  const zhao = await viewerOf("zhao");
  const download = async () => tableOf(await bytesOf(await monthlySheets(zhao, reportPeriod)));
  const template = await download();

  async function preview(id: number, viewer = zhao) {
    const found = await findImport(viewer, id, { show: null, page: 1 });
    if (!found) throw new Error("there is no such import");
    return found;
  }

  return {
    zhao,
    qian: await viewerOf("qian"),
    sun: await viewerOf("sun"),
    template,
    download,
    preview,
    /** The template with something typed into the rows of these projects. */
    filled: (typed: Record<string, Record<string, string>>): Table => ({
      ...template,
      rows: template.rows.flatMap((row) => {
        const values = typed[row.项目编号 ?? ""];
        return values ? [{ ...row, ...values }] : [];
      }),
    }),
    upload: async (table: Table, viewer = zhao): Promise<number> => {
      const workbook = { fileName: "八月.xlsx", bytes: await workbookOfTable(table) };
      return (await uploadWorkbook(viewer, workbook)).id;
    },
    verdicts: async (id: number): Promise<Record<string, ImportVerdict>> =>
      Object.fromEntries((await preview(id)).rows.map(({ key, verdict }) => [key, verdict])),
    reasons: async (id: number) =>
      (await preview(id)).rows.flatMap(({ problems }) =>
        problems.map(({ letter, column, value, reason }) => `${letter} ${column} “${value}” ${reason}`),
      ),
  };
}
