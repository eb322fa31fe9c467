import { Panel } from "@/components/ui/panel";
import type { Attachment } from "@/lib/attachment/attachment-dto";
import { publicPhotos } from "@/lib/project/project-photos";
import { FileList } from "./file-list";
import { PhotoGrid } from "./photo-grid";

type Props = { attachments: readonly Attachment[]; when: string };

/** What was attached to a report, for its author before it is handed in and for its reviewer. Nothing: no panel. */
export function AttachmentPanel({ attachments, when }: Props) {
  if (attachments.length === 0) return null;
  return (
    <Panel id="attachments" title="照片和文件" note="照片发布后公众会看到，文件只有内部人员能看">
      <div className="stack">
        <PhotoGrid photos={publicPhotos(attachments)} when={when} />
        <FileList files={attachments.filter(({ kind }) => kind !== "photo")} />
      </div>
    </Panel>
  );
}
