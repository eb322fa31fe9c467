import "server-only";
import { Readable } from "node:stream";
import type { Sheet } from "./workbook-sheet";
import { workbookType, writeWorkbook } from "./workbook-writer";

/** A workbook as a download of this name, sent as it is made. */
export function workbookResponse(fileName: string, sheets: readonly Sheet[]): Response {
  const body = Readable.toWeb(writeWorkbook(sheets)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "content-type": workbookType,
      // The plain name is for programs of before 2011.
      "content-disposition": `attachment; filename="download.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "cache-control": "no-store",
    },
  });
}
