import { expect, it } from "vitest";
import { pagerWindow } from "@/components/ui/pager-window";

it("a short list shows every page", () => {
  expect(pagerWindow(2, 3)).toEqual([1, 2, 3]);
});

it("a long list shows the ends, the current page and its neighbours", () => {
  expect(pagerWindow(6, 12)).toEqual([1, null, 5, 6, 7, null, 12]);
});

it("a gap of one page is that page", () => {
  expect(pagerWindow(4, 12)).toEqual([1, 2, 3, 4, 5, null, 12]);
});

it("the first page has no gap before it", () => {
  expect(pagerWindow(1, 12)).toEqual([1, 2, null, 12]);
});
