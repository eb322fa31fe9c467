import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dataDictionary } from "@/scripts/data-dictionary.mjs";

test("the data dictionary says what the schema says", () => {
  expect(readFileSync("docs/data-dictionary.md", "utf8")).toBe(dataDictionary());
});

test("every table is described", () => {
  const sections = dataDictionary().split("\n### ").slice(1);
  const undescribed = sections.filter((section) => {
    const [, , firstLine = ""] = section.split("\n");
    return firstLine.startsWith("|");
  });
  expect(undescribed.map((section) => section.split("\n")[0])).toEqual([]);
});
