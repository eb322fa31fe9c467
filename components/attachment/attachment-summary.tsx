import type { ReactNode } from "react";
import type { Attachment } from "@/lib/attachment/attachment-dto";
import { publicPhotos } from "@/lib/project/project-photos";
import { untitledPhotoText } from "@/lib/text/attachment-text";
import { AttachmentThumbnail } from "./attachment-thumbnail";
import { FileLink } from "./file-list";

type Props = {
  attachment: Attachment;
  /** The button beside its name. */
  action?: ReactNode;
  /** What stands below its name. */
  children?: ReactNode;
};

/** One photo or file in a list of its author's. */
export function AttachmentSummary({ attachment, action, children }: Props) {
  const [photo] = publicPhotos([attachment]);
  return (
    <li>
      {photo && (
        <AttachmentThumbnail photo={photo} alt={photo.caption ?? untitledPhotoText} target="_blank" />
      )}
      <div>
        <FileLink file={attachment} />
        {action && <div className="act">{action}</div>}
        {children}
      </div>
    </li>
  );
}
