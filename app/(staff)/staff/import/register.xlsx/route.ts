import { fileRoute } from "@/lib/auth/file-route";
import { today } from "@/lib/clock";
import { workbookResponse } from "@/lib/excel/workbook-response";
import { registerSheets } from "@/lib/import/register-template-queries";

/** The register as a sheet that can be changed and sent back, or empty for new projects. */
export const GET = fileRoute("GET /staff/import/register.xlsx", async (viewer, request) => {
  const isBlank = new URL(request.url).searchParams.get("rows") === "blank";
  const name = isBlank ? "项目台账 空模板.xlsx" : `项目台账 ${await today()} 修改用.xlsx`;
  return workbookResponse(name, await registerSheets(viewer, { isBlank }));
});
