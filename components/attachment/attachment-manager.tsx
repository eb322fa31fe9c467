import { ActionButton } from "@/components/ui/action-button";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, fieldWiring } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import type { Attachment, NamedForm } from "@/lib/attachment/attachment-dto";
import { type AttachmentProblem, acceptedFiles } from "@/lib/attachment/attachment-rules";
import { paths } from "@/lib/paths";
import { removeAttachmentAction } from "@/lib/progress/report-attachment-actions";
import { attachmentHintText, attachmentProblemText } from "@/lib/text/attachment-text";
import { attachmentFields } from "./action-form";
import { AttachmentSummary } from "./attachment-summary";
import { CaptionForm } from "./caption-form";

type Props = {
  form: NamedForm;
  attachments: readonly Attachment[];
  /** Why the last file was not taken; null: it was. */
  problem: AttachmentProblem | null;
};

/** The photos and files of a report in plain forms, for who has no JavaScript. */
export function AttachmentManager({ form, attachments, problem }: Props) {
  const text = { hint: attachmentHintText, error: problem && attachmentProblemText[problem] };
  return (
    <>
      <Panel id="list" title="已添加" note={`${attachments.length} 个`}>
        {attachments.length === 0 ? (
          <EmptyState title="还没有照片和文件。">在下面选一个，再上传。</EmptyState>
        ) : (
          <ul className="attachments">
            {attachments.map((attachment) => (
              <AttachmentSummary
                key={attachment.key}
                attachment={attachment}
                action={
                  <ActionButton
                    action={removeAttachmentAction}
                    fields={{ ...attachmentFields(form, attachment.key), onPage: "yes" }}
                    size="sm"
                  >
                    删去<span className="vh">{attachment.name}</span>
                  </ActionButton>
                }
              >
                {attachment.kind === "photo" && <CaptionForm form={form} photo={attachment} />}
              </AttachmentSummary>
            ))}
          </ul>
        )}
      </Panel>
      <Panel id="upload" title="添加一个">
        <form
          action={paths.uploads(form.code, form.corrects)}
          method="post"
          encType="multipart/form-data"
          className="stack"
        >
          <Field id="file" label="照片或文件" {...text}>
            <input
              {...fieldWiring("file", text)}
              className="input"
              type="file"
              name="file"
              accept={acceptedFiles}
            />
          </Field>
          <Button type="submit" variant="go">
            上传
          </Button>
        </form>
      </Panel>
    </>
  );
}
