"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { keptText } from "@/components/ui/form-errors";
import { TextInput } from "@/components/ui/text-input";
import type { Attachment, NamedForm } from "@/lib/attachment/attachment-dto";
import { captionAttachmentAction } from "@/lib/progress/report-attachment-actions";
import { emptyFormState } from "@/lib/result";
import { captionLabelText } from "@/lib/text/attachment-text";
import { attachmentFields } from "./action-form";

type Props = { form: NamedForm; photo: Attachment };

/** What a photo shows, in a form of its own; works without JavaScript. */
export function CaptionForm({ form, photo: { key, name, caption } }: Props) {
  const [state, submit, isPending] = useActionState(captionAttachmentAction, emptyFormState);
  return (
    <form action={submit} className="caption">
      {Object.entries({ ...attachmentFields(form, key), onPage: "yes" }).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <TextInput
        id={`caption-${key}`}
        name="caption"
        label={
          <>
            {captionLabelText}
            <span className="vh">{`：${name}`}</span>
          </>
        }
        defaultValue={keptText(state, "caption") || (caption ?? "")}
        error={state.fieldErrors.caption ?? state.message}
        optional
      />
      <Button type="submit" size="sm" busy={isPending}>
        保存说明<span className="vh">{`：${name}`}</span>
      </Button>
    </form>
  );
}
