import type { AttachmentKind } from "@/lib/attachment/attachment-dto";

const megabyte = 1024 * 1024;

export const mostAttachments = 12;
/** Files that one account may add within a day. */
export const mostPerDay = 200;
export const mostBytes = { photo: 15 * megabyte, pdf: 20 * megabyte, office: 20 * megabyte } as const;
/** The whole of an upload: the largest file, and the little that a form wraps around it. */
export const mostBytesOfUpload = 20 * megabyte + 64 * 1024;
/** Bytes at the beginning of a file that tell its type. */
export const headBytes = 16;
export const longestName = 120;
export const longestCaption = 200;

const problems = [
  "nothing",
  "type",
  "heic",
  "old-office",
  "macro",
  "mismatch",
  "locked",
  "broken",
  "bomb",
  "pixels",
  "too-big",
  "too-many",
  "too-often",
  "stranger",
  "gone",
] as const;
/** Why a file is not taken; its sentence is in the texts. */
export type AttachmentProblem = (typeof problems)[number];

/** Whether somebody's text, such as a part of an address, names a problem. */
export function isAttachmentProblem(text: unknown): text is AttachmentProblem {
  return problems.some((problem) => problem === text);
}

type FileType = { kind: AttachmentKind; mediaType: string; magic: (head: Uint8Array) => boolean };

const openXml = (part: string) => `application/vnd.openxmlformats-officedocument.${part}`;
const jpeg: FileType = { kind: "photo", mediaType: "image/jpeg", magic: startsWith([0xff, 0xd8, 0xff]) };
const zip = startsWith([0x50, 0x4b, 0x03, 0x04]);

/** What is taken, by the ending of its name, and how its bytes begin. */
const fileTypes = {
  jpg: jpeg,
  jpeg,
  png: {
    kind: "photo",
    mediaType: "image/png",
    magic: startsWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  webp: {
    kind: "photo",
    mediaType: "image/webp",
    magic: (head) => textAt(head, 0, 4) === "RIFF" && textAt(head, 8, 12) === "WEBP",
  },
  pdf: { kind: "pdf", mediaType: "application/pdf", magic: (head) => textAt(head, 0, 5) === "%PDF-" },
  docx: { kind: "office", mediaType: openXml("wordprocessingml.document"), magic: zip },
  xlsx: { kind: "office", mediaType: openXml("spreadsheetml.sheet"), magic: zip },
  pptx: { kind: "office", mediaType: openXml("presentationml.presentation"), magic: zip },
} as const satisfies Record<string, FileType>;

export type Extension = keyof typeof fileTypes;

/** For the `accept` of a file input. */
export const acceptedFiles = Object.keys(fileTypes)
  .map((extension) => `.${extension}`)
  .join(",");

const macroEndings = /^(doc|xls|ppt|dot|xlt|pot|pps)m$|^(xlsb|xlam|ppam)$/;
const oldEndings = /^(doc|dot|xls|xlt|ppt|pot|pps|wps|wpt|et|ett|dps|dpt)$/;
const isOle = startsWith([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const heicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

type ReadType = { extension: Extension; kind: AttachmentKind; mediaType: string };

/** What a file is: the ending of its name and its first bytes must agree. */
export function fileTypeOf(
  name: string,
  head: Uint8Array,
): { type: ReadType } | { problem: AttachmentProblem } {
  const ending = endingOf(name);
  if (ending === "heic" || ending === "heif" || isHeic(head)) return { problem: "heic" };
  if (macroEndings.test(ending)) return { problem: "macro" };
  if (oldEndings.test(ending)) return { problem: "old-office" };
  if (!isExtension(ending)) return { problem: "type" };
  const { kind, mediaType, magic } = fileTypes[ending];
  // With a password, what should be a zip is wrapped in the old container.
  if (kind === "office" && isOle(head)) return { problem: "locked" };
  return magic(head) ? { type: { extension: ending, kind, mediaType } } : { problem: "mismatch" };
}

/** The same with the file's size: all that can be said of a file before it is read to its end. */
export function readFileHead(file: {
  name: string;
  size: number;
  head: Uint8Array;
}): ReturnType<typeof fileTypeOf> {
  if (file.size === 0) return { problem: "nothing" };
  const read = fileTypeOf(file.name, file.head);
  if ("problem" in read || file.size <= mostBytes[read.type.kind]) return read;
  return { problem: "too-big" };
}

/** In lower case; empty when the name has none. */
function endingOf(name: string): string {
  return /\.([^.\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

function isExtension(ending: string): ending is Extension {
  return Object.hasOwn(fileTypes, ending);
}

function isHeic(head: Uint8Array): boolean {
  return textAt(head, 4, 8) === "ftyp" && heicBrands.includes(textAt(head, 8, 12));
}

function startsWith(magic: readonly number[]) {
  return (head: Uint8Array) => magic.every((byte, at) => head[at] === byte);
}

function textAt(head: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...head.subarray(from, to));
}
