import { expect, it } from "vitest";
import { formatFigure } from "@/lib/format/figure";

const none = { money: null, number: null, unit: null };

it.each([
  [{ ...none, money: { amount: "81470000000", currency: "CNY" as const } }, "814.7 亿元"],
  [{ ...none, money: { amount: "450000000", currency: "USD" as const } }, "4.5 亿美元"],
  [{ ...none, number: 496.7, unit: "%" }, "496.7%"],
  [{ ...none, number: 12_000, unit: "台" }, "12,000 台"],
  [{ ...none, number: 3 }, "3"],
  [none, ""],
])("a figure is money or a number in a unit: %#", (given, words) => {
  expect(formatFigure(given)).toBe(words);
});
