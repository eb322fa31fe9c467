import { expect, test } from "vitest";
import { countSentence } from "@/lib/import/import-sentence";

const nothing = { bad: 0, new: 0, changed: 0, in_review: 0, unchanged: 0 };

test.each([
  [{}, "没有读到行"],
  [{ unchanged: 14 }, "14 行没有变化"],
  [
    { new: 1, changed: 2, bad: 3, in_review: 4, unchanged: 5 },
    "3 行可以提交，3 行有错，4 行已在审核，5 行没有变化",
  ],
])("%o is told in one sentence", (counts, sentence) => {
  expect(countSentence({ ...nothing, ...counts })).toBe(sentence);
});
