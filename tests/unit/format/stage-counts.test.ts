import { expect, it } from "vitest";
import { formatStageCounts } from "@/lib/format/stage-counts";

const counts = (signed: number, underConstruction: number, operating: number) => ({
  signed,
  under_construction: underConstruction,
  operating,
});

it.each([
  [counts(0, 0, 0), ""],
  [counts(1, 0, 0), "已签约"],
  [counts(4, 0, 0), "都已签约"],
  [counts(0, 2, 0), "都在建"],
  [counts(5, 0, 1), "5 个已签约，1 个已投产"],
  [counts(3, 5, 6), "3 个已签约，5 个在建，6 个已投产"],
])("%o in words: %s", (given, words) => {
  expect(formatStageCounts(given)).toBe(words);
});
