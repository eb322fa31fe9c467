"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { OptionalMark } from "@/components/ui/field";
import { useIsScripted } from "@/components/ui/use-is-scripted";
import type { Attachment, NamedForm } from "@/lib/attachment/attachment-dto";
import { acceptedFiles } from "@/lib/attachment/attachment-rules";
import { attachmentHintText } from "@/lib/text/attachment-text";
import { AttachmentRow } from "./attachment-row";
import { UploadProgress } from "./upload-progress";
import { useUploads } from "./use-uploads";

type Props = NamedForm & { attachments: readonly Attachment[] };

/**
 * Photos and files inside the report's form, and no part of it: nothing here has a name that the form would send. Without
 * JavaScript its button saves the draft and leads to the page of the attachments.
 */
export function AttachmentField({ code, corrects, attachments }: Props) {
  const [shown, setShown] = useState(attachments);
  const [list, setList] = useState(attachments);
  // The server has said anew what there is.
  if (shown !== attachments) {
    setShown(attachments);
    setList(attachments);
  }
  const [said, setSaid] = useState("");
  const picker = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isScripted = useIsScripted();
  const { uploads, refused, add } = useUploads({ code, corrects }, (added) => {
    setList((all) => [...all.filter(({ key }) => key !== added.key), added]);
    setSaid(`已添加 ${added.name}`);
  });
  const remove = ({ key, name }: Attachment) => {
    setList((all) => all.filter((other) => other.key !== key));
    setSaid(`已删去 ${name}`);
    button.current?.focus();
  };

  return (
    <fieldset id="attachments" onInput={(event) => event.stopPropagation()}>
      <legend>
        照片和文件
        <OptionalMark />
      </legend>
      <p className="hint">{attachmentHintText}</p>
      {list.length > 0 && (
        <ul className="attachments">
          {list.map((attachment) => (
            <AttachmentRow
              key={attachment.key}
              form={{ code, corrects }}
              attachment={attachment}
              isEditable={isScripted}
              onRemoved={() => remove(attachment)}
            />
          ))}
        </ul>
      )}
      <UploadProgress uploads={uploads} refused={refused} />
      <p>
        <Button
          ref={button}
          type="submit"
          name="intent"
          value="attachments"
          size="sm"
          icon="clip"
          busy={uploads.length > 0}
          onClick={(event) => {
            event.preventDefault();
            picker.current?.click();
          }}
        >
          添加照片或文件
        </Button>
      </p>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={acceptedFiles}
        aria-label="选择照片或文件"
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
      <p className="vh" role="status">
        {said}
      </p>
    </fieldset>
  );
}
