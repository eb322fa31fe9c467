import { fileRoute } from "@/lib/auth/file-route";
import { today } from "@/lib/clock";
import { workbookResponse } from "@/lib/excel/workbook-response";
import { exportNoteSheet } from "@/lib/project/export-note-sheet";
import { findExportSelection, listExportedProjects } from "@/lib/project/project-export-queries";
import { exportSheet } from "@/lib/project/project-export-sheet";
import { exportParameters, parseProjectQuery } from "@/lib/project/project-query";
import { getSiteStatus } from "@/lib/site/site-queries";

/** The register as people inside may read it: exactly the projects that the same filters select on its page. */
export const GET = fileRoute("GET /staff/export/projects.xlsx", async (viewer, request) => {
  const { query, ignored } = parseProjectQuery(new URL(request.url).searchParams, exportParameters);
  const [day, { isDemo }] = await Promise.all([today(), getSiteStatus()]);
  const selection = await findExportSelection(viewer, query, day);
  return workbookResponse(`项目台账 ${day}.xlsx`, [
    exportSheet(listExportedProjects(viewer, selection.ids)),
    exportNoteSheet({ selection, query, ignored, day, isDemo }),
  ]);
});
