import { describe, expect, it } from "vitest";
import {
  happenedBy,
  isImpossibleOrder,
  notAfter,
  ofDay,
  ofDays,
  ofMonth,
  ofYear,
} from "@/lib/format/date-range";

describe("a date range", () => {
  it("has happened by a day when its range ends on or before it", () => {
    expect(happenedBy(ofYear(2014), "2014-12-31")).toBe(true);
    expect(happenedBy(ofYear(2014), "2014-12-30")).toBe(false);
    expect(happenedBy(notAfter("2015-08-10"), "2015-08-10")).toBe(true);
    expect(happenedBy(notAfter("2015-08-10"), "2015-08-09")).toBe(false);
  });

  it("refuses an order only when no pair of days allows it", () => {
    expect(isImpossibleOrder(ofYear(2014), ofYear(2014))).toBe(false);
    expect(isImpossibleOrder(ofDay("2015-08-10"), ofDay("2015-08-10"))).toBe(false);
    expect(isImpossibleOrder(ofDay("2015-08-10"), ofMonth(2015, 8))).toBe(false);
    expect(isImpossibleOrder(ofDay("2015-08-10"), ofMonth(2015, 7))).toBe(true);
    expect(isImpossibleOrder(ofYear(2015), notAfter("2014-12-31"))).toBe(true);
  });

  it("known only by its upper bound may come before anything", () => {
    expect(isImpossibleOrder(notAfter("2015-08-10"), ofYear(2014))).toBe(false);
  });

  it("of one day from and to is that day", () => {
    expect(ofDays("2015-08-06", "2015-08-06")).toEqual(ofDay("2015-08-06"));
  });
});
