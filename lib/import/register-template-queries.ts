import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { CellValue, Sheet } from "@/lib/excel/workbook-sheet";
import { registeredCells, registerFields, registerSheetName } from "@/lib/import/register-sheet";
import { getRegisterSize, listRegistrations, listSheetChoices } from "@/lib/import/register-sheet-queries";
import type { SheetField } from "@/lib/import/sheet-heading";
import { namesInProjects } from "@/lib/register-change/register-names-queries";
import { registerSheetHelpText } from "@/lib/text/import-help-text";

/** The sheets of the register: every project as it stands, or with `isBlank` only room for new ones. */
export async function registerSheets(viewer: Viewer, { isBlank }: { isBlank: boolean }): Promise<Sheet[]> {
  const size = await getRegisterSize(viewer);
  const fields = registerFields(size, await listSheetChoices(viewer));
  return [
    {
      name: registerSheetName,
      columns: fields,
      frozenColumns: 2,
      rows: isBlank ? [] : rowsOf(viewer, fields),
    },
    {
      name: "说明",
      columns: [{ header: "项目台账填写说明", width: 100, kind: "text" }],
      rows: registerSheetHelpText.map((text) => [text]),
    },
  ];
}

async function* rowsOf(viewer: Viewer, fields: readonly SheetField[]): AsyncGenerator<CellValue[]> {
  for await (const batch of listRegistrations(viewer)) {
    const known = await namesInProjects(batch.map(({ content }) => content));
    for (const project of batch) yield registeredCells(project, known, fields);
  }
}
