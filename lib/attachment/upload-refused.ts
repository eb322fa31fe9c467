import type { AttachmentProblem } from "@/lib/attachment/attachment-rules";
import { DomainError } from "@/lib/result";
import { attachmentProblemText } from "@/lib/text/attachment-text";

/** A file is not taken; the problem by its name, for a page that can only be told in its address. */
export class UploadRefused extends DomainError {
  constructor(readonly problem: AttachmentProblem) {
    super(attachmentProblemText[problem], "file");
  }
}
