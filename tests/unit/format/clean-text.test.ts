import { describe, expect, it } from "vitest";
import { cleanText } from "@/lib/format/clean-text";

const codes = (...points: number[]) => String.fromCharCode(...points);

describe("typed text", () => {
  it("is trimmed and composed, with one kind of line break", () => {
    expect(cleanText(" 机房e\u0301\r\n二层\r ")).toEqual({ value: "机房\u00e9\n二层" });
  });

  it("loses the marks that reorder what a reader sees", () => {
    expect(cleanText("报告\u202Efdp.exe\u2066中\u2069\u200F")).toEqual({ value: "报告fdp.exe中" });
  });

  it("keeps characters outside the basic plane, tabs and line breaks", () => {
    expect(cleanText("𠮷野\t家\n😀")).toEqual({ value: "𠮷野\t家\n😀" });
  });

  it.each([
    ["NUL", codes(0)],
    ["a control character", codes(7)],
    ["half of a surrogate pair", codes(0xd800)],
    ["the other half", codes(0xdc00)],
    ["a code point that is no character", codes(0xffff)],
  ])("with %s is refused", (_name, char) => {
    expect(cleanText(`施工${char}中`)).toEqual({
      refusal: "文字里有无法保存的字符。请删去，或粘贴为纯文本再试。",
    });
  });
});
