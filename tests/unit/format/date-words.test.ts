import { describe, expect, it } from "vitest";
import { notAfter, ofDay, ofDays, ofHalfYear, ofMonth, ofYear } from "@/lib/format/date-range";
import { formatDateRange, formatElapsed, formatMonth } from "@/lib/format/date-words";
import { formatInstant, shanghaiDay } from "@/lib/format/shanghai-time";

describe("a date in words", () => {
  it.each([
    [ofDay("2015-08-10"), "2015-08-10"],
    [ofDays("2015-08-06", "2015-08-07"), "2015-08-06 至 08-07"],
    [ofDays("2015-12-30", "2016-01-02"), "2015-12-30 至 2016-01-02"],
    [ofMonth(2016, 8), "2016-08"],
    [ofHalfYear(2015, 1), "2015 年上半年"],
    [ofHalfYear(2015, 2), "2015 年下半年"],
    [ofYear(2014), "2014 年"],
    [notAfter("2015-08-10"), "不晚于 2015-08-10"],
  ])("is no more exact than it is known: %o is %s", (range, words) => {
    expect(formatDateRange(range)).toBe(words);
  });

  it("names a month for a heading", () => {
    expect(formatMonth("2015-09-01")).toBe("2015 年 9 月");
    expect(formatMonth("2015-12")).toBe("2015 年 12 月");
  });

  it.each([
    ["2015-08-10", "2026-11-22", "11 年 3 个月"],
    ["2015-08-10", "2016-08-10", "1 年"],
    ["2015-08-10", "2016-08-09", "11 个月"],
    ["2015-08-10", "2015-11-10", "3 个月"],
    ["2015-08-10", "2015-09-09", "不到 1 个月"],
    ["2015-08-10", "2015-08-10", "不到 1 个月"],
    ["2016-01-31", "2016-02-29", "1 个月"],
  ])("counts whole years and months from %s to %s: %s", (from, to, words) => {
    expect(formatElapsed(from, to)).toBe(words);
  });

  it("does not count backwards", () => {
    expect(() => formatElapsed("2015-08-10", "2015-08-09")).toThrow(RangeError);
  });
});

describe("an instant", () => {
  it("falls on its Shanghai day, whatever the zone of the machine", () => {
    expect(shanghaiDay(new Date("2015-08-09T15:59:59Z"))).toBe("2015-08-09");
    expect(shanghaiDay(new Date("2015-08-09T16:00:00Z"))).toBe("2015-08-10");
  });

  it("is shown in Shanghai's 24 hours", () => {
    expect(formatInstant(new Date("2015-08-10T10:35:00+08:00"))).toBe("2015-08-10 10:35");
    expect(formatInstant(new Date("2026-12-31T16:05:59Z"))).toBe("2027-01-01 00:05");
  });
});
