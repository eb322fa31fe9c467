import { Icon } from "@/components/ui/icon";
import type { Attachment } from "@/lib/attachment/attachment-dto";
import { formatFileSize } from "@/lib/format/file-size";
import { paths } from "@/lib/paths";
import { attachmentKindText } from "@/lib/text/attachment-text";

/** Files to be saved: a browser never opens them by itself. */
export function FileList({ files }: { files: readonly Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label="文件">
      {files.map((file) => (
        <li key={file.key}>
          <FileLink file={file} />
        </li>
      ))}
    </ul>
  );
}

/** One file: its name, what it is and how large. */
export function FileLink({ file: { key, kind, name, bytes } }: { file: Attachment }) {
  return (
    <span className="file">
      <Icon name="clip" />
      <a href={paths.attachment(key)}>{name}</a>
      <span className="small faint">{`${attachmentKindText[kind]}，${formatFileSize(bytes)}`}</span>
    </span>
  );
}
