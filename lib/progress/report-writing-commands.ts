import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { writeForm } from "@/lib/draft/draft-commands";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import { findReportForm } from "@/lib/progress/progress-queries";
import { readReport } from "@/lib/progress/progress-schema";
import { checkReport } from "@/lib/progress/report-check-queries";
import { carriedValues, withCarried } from "@/lib/progress/report-content";
import { isOfEmptyRow, reportForm, type WrittenReport } from "@/lib/progress/report-form-rules";
import type { ReportTarget } from "@/lib/progress/reported-project-queries";
import { visibleTo } from "@/lib/project/project-access-sql";
import { DomainError, fieldErrorsOf, type KeptValues } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";

/** Stores what was typed; when the author wants it checked, says what is wrong. The draft stays in any case. */
export async function writeReport(viewer: Viewer, sent: KeptValues): Promise<WrittenReport> {
  requirePermission(viewer, "report:write");
  const { code, corrects } = targetOf(sent);
  const filled = sent.intent === "carry" ? await withLastTotals(viewer, code, sent) : sent;
  const written = await writeForm(viewer, filled, {
    form: reportForm(code, corrects),
    mayKeep: Prisma.sql`exists (select from projects p where p.code = ${code} and ${visibleTo(viewer)})`,
    isLeftOut: (name) => isOfEmptyRow(name, sent),
    check: (values) => errorsOf(viewer, { code, corrects }, values),
  });
  return { ...written, code, corrects };
}

/** What the form is about, as it says itself. */
export function targetOf({ code, correctsId }: KeptValues): ReportTarget {
  if (typeof code !== "string") throw new DomainError("页面已过期，请从“我的任务”再打开填报页。");
  return { code, corrects: rowNumberSchema.safeParse(correctsId).data || null };
}

async function withLastTotals(viewer: Viewer, code: string, sent: KeptValues): Promise<KeptValues> {
  const form = await findReportForm(viewer, code);
  return form?.last ? withCarried(sent, carriedValues(form.last)) : sent;
}

async function errorsOf(
  viewer: Viewer,
  target: ReportTarget,
  values: KeptValues,
): Promise<Record<string, string>> {
  const read = readReport(values);
  if ("errors" in read) return read.errors;
  const { refusals } = await checkReport(viewer, target, read.report);
  return fieldErrorsOf(refusals);
}
