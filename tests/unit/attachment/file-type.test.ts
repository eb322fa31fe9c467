import { expect, test } from "vitest";
import { fileTypeOf } from "@/lib/attachment/attachment-rules";

const bytes = {
  jpeg: [0xff, 0xd8, 0xff, 0xe1],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  webp: [...Buffer.from("RIFF\x10\x00\x00\x00WEBP", "latin1")],
  wave: [...Buffer.from("RIFF\x10\x00\x00\x00WAVE", "latin1")],
  heic: [0, 0, 0, 0x18, ...Buffer.from("ftypheic")],
  pdf: [...Buffer.from("%PDF-1.7")],
  zip: [0x50, 0x4b, 0x03, 0x04],
  ole: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  exe: [0x4d, 0x5a, 0x90, 0x00],
  html: [...Buffer.from("<html><script>")],
  nothing: [],
} satisfies Record<string, number[]>;

test.each([
  ["工地.jpg", "jpeg", "photo"],
  ["工地.JPEG", "jpeg", "photo"],
  ["工地.png", "png", "photo"],
  ["工地.webp", "webp", "photo"],
  ["批复.pdf", "pdf", "pdf"],
  ["纪要.docx", "zip", "office"],
  ["台账.xlsx", "zip", "office"],
  ["汇报.pptx", "zip", "office"],
] as const)("%s that begins as %s is taken as %s", (name, magic, kind) => {
  expect(fileTypeOf(name, Uint8Array.from(bytes[magic]))).toMatchObject({ type: { kind } });
});

test.each([
  ["工地.jpg", "png", "mismatch"],
  ["工地.jpg", "exe", "mismatch"],
  ["工地.jpg", "html", "mismatch"],
  ["工地.jpg", "nothing", "mismatch"],
  ["工地.webp", "wave", "mismatch"],
  ["批复.pdf", "html", "mismatch"],
  ["台账.xlsx", "pdf", "mismatch"],
  ["纪要.docx", "ole", "locked"],
  ["工地.heic", "heic", "heic"],
  ["改名.jpg", "heic", "heic"],
  ["纪要.doc", "ole", "old-office"],
  ["纪要.wps", "ole", "old-office"],
  ["纪要.docm", "zip", "macro"],
  ["台账.xlsb", "zip", "macro"],
  ["工具.exe", "exe", "type"],
  ["页面.svg", "html", "type"],
  ["压缩.zip", "zip", "type"],
  ["没有扩展名", "jpeg", "type"],
  ["批复.pdf.exe", "pdf", "type"],
  ["constructor.constructor", "jpeg", "type"],
] as const)("%s that begins as %s is refused: %s", (name, magic, problem) => {
  expect(fileTypeOf(name, Uint8Array.from(bytes[magic]))).toEqual({ problem });
});
