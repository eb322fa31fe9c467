"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { keptText } from "@/components/ui/form-errors";
import { TextInput } from "@/components/ui/text-input";
import { captionAttachmentAction } from "@/lib/attachment/attachment-actions";
import type { Attachment } from "@/lib/attachment/attachment-dto";
import { emptyFormState } from "@/lib/result";
import { captionLabelText } from "@/lib/text/attachment-text";

type Props = { photo: Attachment; code: string };

/** What a photo shows, in a form of its own; works without JavaScript. */
export function CaptionForm({ photo: { key, name, caption }, code }: Props) {
  const [state, submit, isPending] = useActionState(captionAttachmentAction, emptyFormState);
  return (
    <form action={submit} className="caption">
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="code" value={code} />
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
