"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import type { Viewer } from "@/lib/auth/viewer";
import { keptValuesSchema } from "@/lib/format/kept-values-schema";
import { optionalRowNumber, rowNumberSchema } from "@/lib/format/row-number-schema";
import { paths } from "@/lib/paths";
import { submitReport } from "@/lib/progress/progress-commands";
import { findReportByRequest, findReportForm } from "@/lib/progress/progress-queries";
import { readReport } from "@/lib/progress/progress-schema";
import { discardReport } from "@/lib/progress/report-discarding-commands";
import { writeReport } from "@/lib/progress/report-writing-commands";
import * as review from "@/lib/progress/review-commands";
import { decisionSchema, tickedSchema, withdrawalSchema } from "@/lib/project/review-schema";
import { InputRefused } from "@/lib/result";

const projectCode = z.object({ code: z.string(), correctsId: optionalRowNumber });
const handingIn = projectCode.extend({
  requestId: z.uuid("页面已过期，请回到填报页再检查一遍。"),
  draftVersion: rowNumberSchema,
});

/** Saves what was typed; 检查并提交 also checks it and goes on to the check page. Of a page without JavaScript. */
export const writeReportAction = action("writeReport", keptValuesSchema, async (viewer, values) => {
  const written = await writeReport(viewer, values);
  // Without JavaScript, photos and files have a page of their own.
  if (values.intent === "attachments" && written.savedAt)
    redirect(paths.staffReportAttachments(written.code, written.corrects));
  if (written.isReady) redirect(paths.staffReportCheck(written.code, written.corrects));
  if (written.savedAt && values.intent === "leave") redirect(paths.staff("drafted"));
  return written;
});

export const discardReportDraftAction = action(
  "discardReportDraft",
  projectCode,
  async (viewer, { code, correctsId }) => {
    await discardReport(viewer, { code, corrects: correctsId });
    redirect(paths.staffReport(code, correctsId));
  },
);

/** Hands in the draft that the check page showed. */
export const submitReportAction = action("submitReport", handingIn, async (viewer, input) => {
  const { code, requestId, draftVersion, correctsId: corrects } = input;
  const form = await findReportForm(viewer, code, corrects);
  if (!form?.draft) redirect(await placeAfter(viewer, input));
  const read = readReport(form.draft.input);
  if ("errors" in read) throw new InputRefused(read.errors);
  const returned = form.returned?.period === read.report.period ? form.returned : null;
  const submission = { code, requestId, report: read.report, returned, corrects, draftVersion };
  const { id } = await submitReport(viewer, submission);
  redirect(paths.staffReportDone(code, id));
});

export const reviewReportAction = action(
  "reviewReport",
  decisionSchema({ isMoneyPublic: tickedSchema }),
  async (viewer, decision) => {
    if (decision.decision === "publish") await review.publishReport(viewer, decision);
    else await review.returnReport(viewer, decision);
    redirect(paths.staffReview(decision.decision === "publish" ? "published" : "returned"));
  },
);

export const withdrawReportAction = action("withdrawReport", withdrawalSchema, async (viewer, withdrawal) => {
  await review.withdrawReport(viewer, withdrawal);
  redirect(paths.staffReview("withdrawn"));
});

/** Without a draft it was sent before, and became a report; or it was thrown away. */
async function placeAfter(
  viewer: Viewer,
  { code, requestId, correctsId }: { code: string; requestId: string; correctsId: number | null },
) {
  const id = await findReportByRequest(viewer, requestId);
  return id === null ? paths.staffReport(code, correctsId) : paths.staffReportDone(code, id);
}
