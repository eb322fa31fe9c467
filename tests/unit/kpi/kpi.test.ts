import { describe, expect, it } from "vitest";
import { formatFraction, formatPercent } from "@/lib/format/number";
import { arrivalRate, fulfilmentRate, operatingRate, startRate } from "@/lib/kpi/kpi-rules";

const zunyi = { signed: 13, under_construction: 0, operating: 1 };
const nothing = { signed: 0, under_construction: 0, operating: 0 };

describe("the rates of a register", () => {
  it("of Zunyi on 2015-08-10 are 1/14, with all 14 not verified", () => {
    const kpi = startRate(zunyi, 14);
    expect(formatFraction(kpi.numerator, kpi.denominator)).toBe("1/14");
    expect(formatPercent(kpi.ratio)).toBe("7.14%");
    expect(kpi).toMatchObject({ excluded: 0, unverified: 14 });
    expect(formatPercent(operatingRate(zunyi, 14).ratio)).toBe("7.14%");
  });

  it("agree with those published for 镇远县 2014: 30 signed, 26 started, 8 of them operating", () => {
    const zhenyuan = { signed: 4, under_construction: 18, operating: 8 };
    expect(startRate(zhenyuan, 0)).toMatchObject({ numerator: 26, denominator: 30 });
    expect(formatPercent(startRate(zhenyuan, 0).ratio)).toBe("86.67%");
    expect(formatPercent(operatingRate(zhenyuan, 0).ratio)).toBe("26.67%");
  });

  it("agree with those published for 阿坝州 2016: 326 亿元 arrived of 2,104 亿元 agreed", () => {
    const kpi = arrivalRate({
      agreedYuan: 210_400_000_000n,
      arrivedYuan: 32_600_000_000n,
      excluded: 0,
      unverified: 0,
    });
    expect(formatPercent(kpi.ratio)).toBe("15.49%");
  });

  it("cannot be computed over no project: two dashes, not 0%", () => {
    expect(startRate(nothing, 0).ratio).toBeNull();
    expect(operatingRate(nothing, 0).ratio).toBeNull();
    expect(fulfilmentRate({ total: 0, performing: 0, unverified: 0 }).ratio).toBeNull();
    const unknown = arrivalRate({ agreedYuan: 0n, arrivedYuan: 0n, excluded: 14, unverified: 14 });
    expect(unknown).toMatchObject({ ratio: null, excluded: 14 });
  });

  it("have no 履约率 while none is verified, and count the unverified in N after that", () => {
    expect(fulfilmentRate({ total: 14, performing: 0, unverified: 14 }).ratio).toBeNull();
    expect(fulfilmentRate({ total: 14, performing: 7, unverified: 5 })).toMatchObject({
      numerator: 7,
      denominator: 14,
      ratio: 0.5,
      unverified: 5,
    });
    expect(fulfilmentRate({ total: 14, performing: 0, unverified: 13 }).ratio).toBe(0);
  });

  it("keep a terminated project in N", () => {
    const oneOfTwoTerminated = { signed: 1, under_construction: 1, operating: 0 };
    expect(startRate(oneOfTwoTerminated, 0)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(fulfilmentRate({ total: 2, performing: 1, unverified: 0 }).ratio).toBe(0.5);
  });

  it("may show more money than was agreed", () => {
    expect(arrivalRate({ agreedYuan: 100n, arrivedYuan: 120n, excluded: 0, unverified: 0 }).ratio).toBe(1.2);
  });

  it("each say their formula", () => {
    expect(startRate(zunyi, 14).formula).toBe("开工率 =（在建 + 已投产）/ 累计签约");
    expect(operatingRate(zunyi, 14).formula).toBe("投产率 = 已投产 / 累计签约");
  });
});
