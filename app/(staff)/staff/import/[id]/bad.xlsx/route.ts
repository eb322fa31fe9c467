import { fileRoute } from "@/lib/auth/file-route";
import { workbookResponse } from "@/lib/excel/workbook-response";
import { rowNumberIn } from "@/lib/format/row-number";
import { badRowsSheet } from "@/lib/import/bad-rows-sheet";
import { findBadRows } from "@/lib/import/import-queries";

/** The rows of an upload that have to be put right, each with what is wrong. */
export const GET = fileRoute<{ id: string }>(
  "GET /staff/import/[id]/bad.xlsx",
  async (viewer, _request, { id }) => {
    const number = rowNumberIn(id);
    const found = number === null ? null : await findBadRows(viewer, number);
    return found && workbookResponse(`有错的行 ${found.fileName}`, [badRowsSheet(found)]);
  },
);
