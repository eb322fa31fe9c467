import { describe, expect, it } from "vitest";
import {
  dateRangeFault,
  deadline,
  happenedBy,
  isImpossibleOrder,
  notAfter,
  ofDay,
  ofDays,
  ofHalfYear,
  ofMonth,
  ofYear,
} from "@/lib/format/date-range";

describe("a date range", () => {
  it("is due on its last day", () => {
    expect(deadline(ofHalfYear(2015, 2))).toBe("2015-12-31");
    expect(deadline(ofYear(2015))).toBe("2015-12-31");
    expect(deadline(ofMonth(2016, 8))).toBe("2016-08-31");
    expect(deadline(ofMonth(2016, 2))).toBe("2016-02-29");
  });

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

  it.each([
    ofDay("2015-08-10"),
    ofDays("2015-08-06", "2015-08-07"),
    ofMonth(2024, 2),
    ofHalfYear(2015, 1),
    ofHalfYear(2015, 2),
    ofYear(2014),
    notAfter("2015-08-10"),
  ])("made by its constructor has no fault: %o", (range) => {
    expect(dateRangeFault(range)).toBeNull();
  });

  it.each([
    ["a day that is not in the calendar", { from: "2026-02-30", to: "2026-02-30", precision: "day" }],
    ["a day written otherwise", { from: "2026-2-3", to: "2026-2-3", precision: "day" }],
    ["an open start with a precision", { from: null, to: "2015-12-31", precision: "year" }],
    ["a start with 不晚于", { from: "2015-01-01", to: "2015-08-10", precision: "not_after" }],
    ["an end before its start", { from: "2015-08-07", to: "2015-08-06", precision: "days" }],
    ["half a month called a month", { from: "2015-08-01", to: "2015-08-15", precision: "month" }],
    ["a quarter called half a year", { from: "2015-10-01", to: "2015-12-31", precision: "half_year" }],
    ["two years called a year", { from: "2014-01-01", to: "2015-12-31", precision: "year" }],
  ] as const)("is at fault with %s", (_title, range) => {
    expect(dateRangeFault(range)).toMatch(/。$/);
  });
});
