"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { Attachment, NamedForm } from "@/lib/attachment/attachment-dto";
import { removeAttachmentAction } from "@/lib/progress/report-attachment-actions";
import { emptyFormState } from "@/lib/result";
import { attachmentFields, formDataOf } from "./action-form";
import { AttachmentSummary } from "./attachment-summary";
import { CaptionInput } from "./caption-input";

type Props = {
  form: NamedForm;
  attachment: Attachment;
  /** False until JavaScript runs: then it only shows what there is. */
  isEditable: boolean;
  onRemoved: () => void;
};

/** One photo or file in the report's form. */
export function AttachmentRow({ form, attachment, isEditable, onRemoved }: Props) {
  const { key, kind, name, caption } = attachment;
  const [refusal, setRefusal] = useState("");
  const [isPending, start] = useTransition();
  const remove = () =>
    start(async () => {
      const { message } = await removeAttachmentAction(
        emptyFormState,
        formDataOf(attachmentFields(form, key)),
      );
      if (message) setRefusal(message);
      else onRemoved();
    });
  if (!isEditable) {
    return (
      <AttachmentSummary attachment={attachment}>
        {caption && <p className="small">{caption}</p>}
      </AttachmentSummary>
    );
  }
  const action = (
    <Button size="sm" busy={isPending} onClick={remove}>
      删去<span className="vh">{name}</span>
    </Button>
  );
  return (
    <AttachmentSummary attachment={attachment} action={action}>
      {kind === "photo" && <CaptionInput form={form} photo={attachment} />}
      {refusal && (
        <p className="small" role="alert">
          {refusal}
        </p>
      )}
    </AttachmentSummary>
  );
}
