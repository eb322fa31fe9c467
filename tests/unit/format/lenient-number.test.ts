import { describe, expect, it } from "vitest";
import { parsePercent, parseQuantity, parseYuan } from "@/lib/format/lenient-number";
import { formatWanInput } from "@/lib/format/money";

describe("a typed amount of money", () => {
  it.each([
    ["12000", 120_000_000n],
    ["12,000", 120_000_000n],
    ["１２，０００", 120_000_000n],
    [" 1 2 000 ", 120_000_000n],
    ["1,2000", 120_000_000n],
    ["¥12,000 万元", 120_000_000n],
    ["1.2亿", 120_000_000n],
    ["１．２ 亿元", 120_000_000n],
    ["120,000,000 元", 120_000_000n],
    ["0", 0n],
    ["0.0001", 1n],
    ["0.00010", 1n],
    ["814.7亿元", 81_470_000_000n],
    ["0.00000001亿", 1n],
  ])("without a unit is in 万元, and is exact to the yuan: %s", (typed, yuan) => {
    expect(parseYuan(typed)).toEqual({ value: yuan });
  });

  it("is read back exactly from what the field shows", () => {
    for (const yuan of [0n, 1n, 9_999n, 10_000n, 120_000_000n, 123_456_789_012n, 9_007_199_254_743n]) {
      expect(parseYuan(formatWanInput(yuan))).toEqual({ value: yuan });
    }
  });

  it("finer than a yuan is refused", () => {
    expect(parseYuan("0.00001")).toEqual({ refusal: "金额最小到 1 元，请减少小数位数。" });
    expect(parseYuan("1.5元")).toHaveProperty("refusal");
  });

  it("below zero is refused", () => {
    expect(parseYuan("-5")).toEqual({ refusal: "不能是负数，请核对。" });
    expect(parseYuan("－5 万元")).toHaveProperty("refusal");
  });

  it("of more than 10 万亿元 is taken for a wrong unit", () => {
    expect(parseYuan("12000亿")).toHaveProperty("value");
    expect(parseYuan("100001亿")).toEqual({ refusal: "金额超过 10 万亿元，请核对数字和单位。" });
  });

  it.each([
    "",
    "元",
    "约 5 亿",
    "12,5",
    "1,23,456",
    "1.2.3",
    "1e4",
    "0x10",
    ".5",
    "5 亿 3000 万",
    "constructor",
  ])("that cannot be read surely is refused, not guessed: %s", (typed) => {
    expect(parseYuan(typed)).toEqual({ refusal: "请填数字，例如 12000 或 12,000.5。" });
  });
});

describe("a typed quantity", () => {
  it("may have commas, full-width digits and decimals", () => {
    expect(parseQuantity("１０，０００")).toEqual({ value: 10_000 });
    expect(parseQuantity("0")).toEqual({ value: 0 });
    expect(parseQuantity("12.50")).toEqual({ value: 12.5 });
    expect(parseQuantity("99,999,999,999.9999")).toEqual({ value: 99_999_999_999.9999 });
  });

  it("that a number cannot hold exactly is refused", () => {
    expect(parseQuantity("1.23456")).toHaveProperty("refusal");
    expect(parseQuantity("100000000000")).toHaveProperty("refusal");
    expect(parseQuantity("-1")).toHaveProperty("refusal");
    expect(parseQuantity("10 台")).toHaveProperty("refusal");
  });
});

describe("a typed percent", () => {
  it.each([
    ["0", 0],
    ["45", 45],
    ["４５％", 45],
    ["100 %", 100],
  ])("is a whole number from 0 to 100: %s", (typed, percent) => {
    expect(parsePercent(typed)).toEqual({ value: percent });
  });

  it.each(["", "101", "-1", "45.5", "1/2", "一半"])("is refused otherwise: %s", (typed) => {
    expect(parsePercent(typed)).toEqual({ refusal: "请填 0 到 100 的整数，例如 45。" });
  });
});
