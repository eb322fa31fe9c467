import { z } from "zod";
import { longestCaption } from "@/lib/attachment/attachment-rules";
import { textField } from "@/lib/format/lenient-schema";
import { optionalRowNumber } from "@/lib/format/row-number-schema";
import { tickedSchema } from "@/lib/project/review-schema";

const outOfDate = "页面已过期，请刷新再试。";

/** The form of a report: its project, and the published report that it corrects, if any. */
export const attachedFormSchema = z.object({
  code: z.string(outOfDate).max(20, outOfDate),
  corrects: optionalRowNumber,
});

/** An attachment of a report's form; `onPage` when it is changed on the page of attachments. */
export const reportAttachmentSchema = attachedFormSchema.extend({
  key: z.string(outOfDate).regex(/^[0-9a-f]{32}$/, outOfDate),
  onPage: tickedSchema,
});

export const captionSchema = reportAttachmentSchema.extend({ caption: textField(longestCaption) });
