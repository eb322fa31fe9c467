import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { JudgedRow } from "@/lib/import/import-dto";
import { codeOf, judgeFilled, lookAt, placeOf } from "@/lib/import/report-judgement";
import { listLiveReports, listSheetProjects } from "@/lib/import/report-sheet-queries";
import type { Heading, SheetLine } from "@/lib/import/sheet-heading";
import { listReportedProjects } from "@/lib/progress/reported-project-queries";

/** What handing in each row of a monthly sheet would do. `seen` is kept from batch to batch. */
export async function judgeReportRows(
  viewer: Viewer,
  lines: readonly SheetLine[],
  { heading, seen }: { heading: Heading; seen: Map<string, number> },
): Promise<JudgedRow[]> {
  const sheetProjects = await listSheetProjects(viewer, [...new Set(lines.map(codeOf))]);
  const projects = new Map(sheetProjects.map((project) => [project.code, project]));
  const looked = lines.map((line) => lookAt(line, { heading, projects, seen }));
  const months = looked.flatMap((row) =>
    "filled" in row ? { code: row.filled.project.code, period: row.filled.report.period } : [],
  );
  const rules = await listReportedProjects(viewer, [...new Set(months.map(({ code }) => code))]);
  const live = await listLiveReports(viewer, months);
  const context = {
    heading,
    rules: new Map(rules.map((project) => [project.code, project])),
    live: new Map(live.map((report) => [placeOf(report), report])),
  };
  return looked.map((row) => ("judged" in row ? row.judged : judgeFilled(row.filled, context)));
}
