import { describe, expect, it } from "vitest";
import { formatAmountIn, formatMoney, formatWanInput, toMoney } from "@/lib/format/money";

describe("money in words", () => {
  it.each([
    [0n, "0 元"],
    [1n, "1 元"],
    [9_999n, "9,999 元"],
    [10_000n, "1 万元"],
    [12_345n, "1.23 万元"],
    [12_350n, "1.24 万元"],
    [120_000n, "12 万元"],
    [90_000_000n, "9,000 万元"],
    [99_990_000n, "9,999 万元"],
    [100_000_000n, "1 亿元"],
    [120_000_000n, "1.2 亿元"],
    [81_470_000_000n, "814.7 亿元"],
    [210_400_000_000n, "2,104 亿元"],
    [10_000_000_000_000n, "100,000 亿元"],
  ])("is in 万元 below one 亿 and in 亿元 from there on: %s is %s", (yuan, words) => {
    expect(formatMoney(toMoney(yuan))).toBe(words);
  });

  it("keeps its currency", () => {
    expect(formatMoney({ amount: "450000000", currency: "USD" })).toBe("4.5 亿美元");
    expect(formatMoney({ amount: "30000", currency: "USD" })).toBe("3 万美元");
  });

  it("that nobody stated stays null, never 0", () => {
    expect(toMoney(null)).toBeNull();
    expect(formatMoney(null)).toBeNull();
  });

  it("under a header with the unit is a bare number", () => {
    expect(formatAmountIn("亿", 81_470_000_000n)).toBe("814.7");
    expect(formatAmountIn("亿", "5000000")).toBe("0.05");
    expect(formatAmountIn("万", 120_000_000n)).toBe("12,000");
  });

  it("in a form field loses nothing", () => {
    expect(formatWanInput(120_000_000n)).toBe("12,000");
    expect(formatWanInput("120000001")).toBe("12,000.0001");
  });
});
