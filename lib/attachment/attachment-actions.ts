"use server";

import { redirect } from "next/navigation";
import { captionAttachment, removeAttachment } from "@/lib/attachment/attachment-commands";
import { attachmentKeySchema, captionSchema } from "@/lib/attachment/attachment-schema";
import { action } from "@/lib/auth/action";
import { paths } from "@/lib/paths";

export const captionAttachmentAction = action("captionAttachment", captionSchema, async (viewer, input) => {
  await captionAttachment(viewer, input);
  showAnew(input);
});

export const removeAttachmentAction = action(
  "removeAttachment",
  attachmentKeySchema,
  async (viewer, input) => {
    await removeAttachment(viewer, input);
    showAnew(input);
  },
);

/** The page of a report's attachments shows what it now has; the report's own form does so by itself. */
function showAnew({ code }: { code?: string }): void {
  if (code) redirect(paths.staffReportAttachments(code));
}
