import { fileRoute } from "@/lib/auth/file-route";
import { today } from "@/lib/clock";
import { workbookResponse } from "@/lib/excel/workbook-response";
import { monthlySheets } from "@/lib/import/report-template-queries";
import { listActiveRounds } from "@/lib/progress/round-queries";
import { currentRound, newestRound, openPeriods } from "@/lib/progress/round-rules";

/** The month's sheet with the viewer's own projects filled in. */
export const GET = fileRoute("GET /staff/import/reports.xlsx", async (viewer, request) => {
  const day = await today();
  const month = new URL(request.url).searchParams.get("month");
  const asked = openPeriods(day).find((period) => period.slice(0, 7) === month);
  const due = newestRound(await listActiveRounds(viewer, day)) ?? currentRound(day);
  const period = asked ?? due.period;
  return workbookResponse(`月度填报 ${period.slice(0, 7)}.xlsx`, await monthlySheets(viewer, period));
});
