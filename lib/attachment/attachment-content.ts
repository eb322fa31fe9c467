import "server-only";
import { createHash } from "node:crypto";
import type { AttachmentKind } from "./attachment-dto";
import { headBytes, readFileHead } from "./attachment-rules";
import { cleanFileName } from "./file-name-rules";
import { requireHarmlessOfficeFile } from "./office-file";
import { encodePhoto } from "./photo-encoding";
import { UploadRefused } from "./upload-refused";

/** A file as somebody sent it. */
export type SentFile = { name: string; bytes: Uint8Array };

/** A file as it will be stored. */
export type AttachmentContent = {
  kind: AttachmentKind;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  sha256: string;
  photo: { thumbnail: Uint8Array; width: number; height: number } | null;
};

/** The type of a file; refuses what its name, size and first bytes show already. */
export function requireFileType({ name, bytes }: SentFile) {
  const read = readFileHead({ name, size: bytes.length, head: bytes.subarray(0, headBytes) });
  if ("problem" in read) throw new UploadRefused(read.problem);
  return read.type;
}

/** Checks a file to its end and makes of it what is stored. */
export async function readAttachment(file: SentFile): Promise<AttachmentContent> {
  const { kind, extension, mediaType } = requireFileType(file);
  if (kind === "photo") {
    const { bytes, ...photo } = await encodePhoto(file.bytes);
    const name = cleanFileName(file.name, "jpg");
    return { kind, name, mediaType: "image/jpeg", bytes, sha256: sha256(bytes), photo };
  }
  if (kind === "office") await requireHarmlessOfficeFile(file.bytes, mediaType);
  const name = cleanFileName(file.name, extension);
  return { kind, name, mediaType, bytes: file.bytes, sha256: sha256(file.bytes), photo: null };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
