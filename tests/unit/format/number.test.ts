import { describe, expect, it } from "vitest";
import { formatFraction, formatNumber, formatPercent } from "@/lib/format/number";

describe("a number", () => {
  it("has thousands separators and at most two decimals", () => {
    expect(formatNumber(0)).toBe("0");
    expect(formatNumber(999)).toBe("999");
    expect(formatNumber(10_000)).toBe("10,000");
    expect(formatNumber(-1234.567)).toBe("-1,234.57");
    expect(formatNumber(9_007_199_254_740_993n)).toBe("9,007,199,254,740,993");
  });

  it("that nobody stated stays null, never 0", () => {
    expect(formatNumber(null)).toBeNull();
  });
});

describe("a rate", () => {
  it.each([
    [1 / 14, "7.14%"],
    [26 / 30, "86.67%"],
    [0.5, "50%"],
    [0, "0%"],
    [1, "100%"],
    [12.345, "1,234.5%"],
  ])("is a percent of at most two decimals: %f is %s", (ratio, text) => {
    expect(formatPercent(ratio)).toBe(text);
  });

  it("that cannot be computed is two dashes, not 0%", () => {
    expect(formatPercent(null)).toBe("--");
  });

  it("stands beside its fraction", () => {
    expect(formatFraction(1, 14)).toBe("1/14");
    expect(formatFraction(1_234, 10_000)).toBe("1,234/10,000");
  });
});
