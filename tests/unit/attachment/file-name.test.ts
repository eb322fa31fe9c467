import { expect, test } from "vitest";
import { cleanFileName } from "@/lib/attachment/file-name-rules";

test.each([
  ["a plain name stays", "现场 照片.JPG", "现场 照片.jpg"],
  ["only the last ending counts", "会议.纪要.pdf", "会议.纪要.jpg"],
  ["folders fall away, of either kind", "C:\\fakepath\\..\\a/b/工地.jpg", "工地.jpg"],
  ["a name that reads backwards reads forwards", "x\u202Egpj.exe.jpg", "xgpj.exe.jpg"],
  ["control characters and invisible marks go", "a\u0000b\r\nc\u200B\uFEFF.jpg", "abc.jpg"],
  ["what Windows refuses becomes a line", 'a<b>:"|?*.jpg', "a_b______.jpg"],
  ["composed characters are one", "e\u0301.jpg", "é.jpg"],
  ["dots in front hide no file", "...rc.jpg", "rc.jpg"],
  ["a name that was nothing but an ending", ".jpg", "未命名.jpg"],
  ["a name that was nothing at all", "", "未命名.jpg"],
  ["a lone half of a character", "a\uD800b.jpg", "ab.jpg"],
])("%s", (_what, raw, clean) => {
  expect(cleanFileName(raw, "jpg")).toBe(clean);
});

test("a long name is cut to 120 characters with its ending, and no character is halved", () => {
  const name = cleanFileName(`${"🏗".repeat(300)}.docx`, "docx");
  expect([...name]).toHaveLength(120);
  expect(name).toBe(`${"🏗".repeat(115)}.docx`);
});
