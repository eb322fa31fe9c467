// What the tests of attachments do again and again, at the desk of staff.
import { randomUUID } from "node:crypto";
import { addAttachment, captionAttachment, removeAttachment } from "@/lib/attachment/attachment-commands";
import type { SentFile } from "@/lib/attachment/attachment-content";
import { listFormAttachments } from "@/lib/attachment/attachment-queries";
import type { Viewer } from "@/lib/auth/viewer";
import { submitReport } from "@/lib/progress/progress-commands";
import { attachedForm } from "@/lib/progress/report-form-rules";
import type { KeptValues } from "@/lib/result";
import { reportOf } from "./staff-desk";

export const add = (viewer: Viewer, code: string, file: SentFile) =>
  addAttachment(viewer, attachedForm(code), file);

export const caption = (viewer: Viewer, code: string, key: string, text: string) =>
  captionAttachment(viewer, attachedForm(code), { key, caption: text });

export const remove = (viewer: Viewer, code: string, key: string) =>
  removeAttachment(viewer, attachedForm(code), { key });

/** The names of what the report's form shows. */
export const onForm = async (viewer: Viewer, code: string) =>
  (await listFormAttachments(viewer, attachedForm(code))).map(({ name }) => name);

/** Hands in a report of August; with `returned` the same one again. */
export const handIn = (
  viewer: Viewer,
  code: string,
  returned: { id: number; version: number } | null = null,
  values: KeptValues = {},
) => submitReport(viewer, { code, requestId: randomUUID(), report: reportOf(values), returned });
