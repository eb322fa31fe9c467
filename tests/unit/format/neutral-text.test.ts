import { expect, test } from "vitest";
import { neutralText, textOfNeutral } from "@/lib/format/neutral-text";

test.each(["=1+1", "+86 851", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''=1", "-"])(
  "%j is no formula in a cell, and comes back as it was",
  (text) => {
    expect(neutralText(text)).toBe(`'${text}`);
    expect(textOfNeutral(neutralText(text))).toBe(text);
  },
);

test.each(["-12.5", "-400", "", "光启", "'90 年代", "it's", "1-2", "a=b"])("%j stays what it is", (text) => {
  expect(neutralText(text)).toBe(text);
  expect(textOfNeutral(text)).toBe(text);
});
