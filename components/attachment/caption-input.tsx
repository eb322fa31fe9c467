"use client";

import { useEffect, useId, useRef, useState, useTransition } from "react";
import { OptionalMark } from "@/components/ui/field";
import type { Attachment, NamedForm } from "@/lib/attachment/attachment-dto";
import { longestCaption } from "@/lib/attachment/attachment-rules";
import { captionAttachmentAction } from "@/lib/progress/report-attachment-actions";
import { emptyFormState } from "@/lib/result";
import { captionLabelText } from "@/lib/text/attachment-text";
import { attachmentFields, formDataOf } from "./action-form";

const delayMs = 1_500;

/** What a photo shows; saves itself shortly after the last keystroke, and when it is left. */
export function CaptionInput({ form, photo }: { form: NamedForm; photo: Attachment }) {
  const { key, name, caption } = photo;
  const id = useId();
  const [said, setSaid] = useState("");
  const [isPending, start] = useTransition();
  const saved = useRef(caption ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const save = (text: string) => {
    clearTimeout(timer.current);
    if (text === saved.current) return;
    saved.current = text;
    start(async () => {
      const { message, fieldErrors } = await captionAttachmentAction(
        emptyFormState,
        formDataOf({ ...attachmentFields(form, key), caption: text }),
      );
      setSaid(fieldErrors.caption ?? message ?? "说明已保存");
    });
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {captionLabelText}
        <span className="vh">{`：${name}`}</span>
        <OptionalMark />
      </label>
      <input
        id={id}
        className="input"
        autoComplete="off"
        defaultValue={caption ?? ""}
        maxLength={longestCaption}
        onChange={({ currentTarget: { value } }) => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => save(value), delayMs);
        }}
        onBlur={({ currentTarget }) => save(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          // Else it would send the report.
          event.preventDefault();
          save(event.currentTarget.value);
        }}
      />
      <p className="echo" role="status">
        {isPending ? "正在保存" : said}
      </p>
    </div>
  );
}
