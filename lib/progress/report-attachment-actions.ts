"use server";

import { redirect } from "next/navigation";
import { captionAttachment, removeAttachment } from "@/lib/attachment/attachment-commands";
import type { AttachedForm } from "@/lib/attachment/attachment-dto";
import { action } from "@/lib/auth/action";
import { paths } from "@/lib/paths";
import { captionSchema, reportAttachmentSchema } from "@/lib/progress/report-attachment-schema";
import { attachedForm } from "@/lib/progress/report-form-rules";

export const captionAttachmentAction = action("captionAttachment", captionSchema, async (viewer, input) => {
  const form = attachedForm(input.code, input.corrects);
  await captionAttachment(viewer, form, input);
  showAnew(form, input);
});

export const removeAttachmentAction = action(
  "removeAttachment",
  reportAttachmentSchema,
  async (viewer, input) => {
    const form = attachedForm(input.code, input.corrects);
    await removeAttachment(viewer, form, input);
    showAnew(form, input);
  },
);

/** The page of a report's attachments shows what it now has; the report's own form does so by itself. */
function showAnew({ code, corrects }: AttachedForm, { onPage }: { onPage: boolean }): void {
  if (onPage) redirect(paths.staffReportAttachments(code, corrects));
}
