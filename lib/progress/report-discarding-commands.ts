import "server-only";
import { removeFormAttachments } from "@/lib/attachment/attachment-commands";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { discardDraft } from "@/lib/draft/draft-commands";
import { attachedForm } from "@/lib/progress/report-form-rules";
import type { ReportTarget } from "@/lib/progress/reported-project-queries";

/** Throws away what was typed for a report, with the photos and files that were added to it. */
export async function discardReport(viewer: Viewer, { code, corrects }: ReportTarget): Promise<void> {
  requirePermission(viewer, "report:write");
  const form = attachedForm(code, corrects);
  await discardDraft(viewer, form.form);
  await removeFormAttachments(viewer, form);
}
