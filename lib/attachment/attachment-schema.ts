import { z } from "zod";
import { longestCaption } from "@/lib/attachment/attachment-rules";
import { textField } from "@/lib/format/lenient-schema";

/** The attachment that an action is about; `code` when the form stands on the page of a report's attachments. */
export const attachmentKeySchema = z.object({
  key: z.string("请刷新页面再试。").regex(/^[0-9a-f]{32}$/, "请刷新页面再试。"),
  code: z.string().max(20).optional(),
});

export const captionSchema = attachmentKeySchema.extend({ caption: textField(longestCaption) });
