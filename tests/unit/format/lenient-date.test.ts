import { describe, expect, it } from "vitest";
import { notAfter, ofDay, ofDays, ofHalfYear, ofMonth, ofYear } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";
import { parseDateRange, parseDay } from "@/lib/format/lenient-date";

describe("a typed date", () => {
  it.each([
    "2026-03-01",
    "2026-3-1",
    "2026/3/1",
    "2026.3.1",
    "2026。3。1",
    "2026年3月1日",
    "2026 年 3 月 1 日",
    "２０２６－０３－０１",
    "２０２６年３月１号",
    " 20260301 ",
  ])("is read as people write it: %s", (typed) => {
    expect(parseDay(typed)).toEqual({ value: "2026-03-01" });
    expect(parseDateRange(typed)).toEqual({ value: ofDay("2026-03-01") });
  });

  it.each([
    ["2016-03", ofMonth(2016, 3)],
    ["2016年3月", ofMonth(2016, 3)],
    ["2016年03月份", ofMonth(2016, 3)],
    ["2016", ofYear(2016)],
    ["2016年", ofYear(2016)],
    ["2015年下半年", ofHalfYear(2015, 2)],
    ["2015 上半年", ofHalfYear(2015, 1)],
    ["不晚于 2015年8月10日", notAfter("2015-08-10")],
    ["2015年8月6日至7日", ofDays("2015-08-06", "2015-08-07")],
    ["2015-08-06 到 2015-08-07", ofDays("2015-08-06", "2015-08-07")],
    ["2015.12.30～2016.1.2", ofDays("2015-12-30", "2016-01-02")],
  ])("may be less exact than a day: %s", (typed, range) => {
    expect(parseDateRange(typed)).toEqual({ value: range });
  });

  it.each([
    ofDay("2015-08-10"),
    ofDays("2015-08-06", "2015-08-07"),
    ofDays("2015-12-30", "2016-01-02"),
    ofMonth(2016, 8),
    ofHalfYear(2015, 2),
    ofYear(2014),
    notAfter("2015-08-10"),
  ])("is read back from what the page shows: %o", (range) => {
    expect(parseDateRange(formatDateRange(range))).toEqual({ value: range });
  });

  it("that the calendar does not have is refused with the length of its month", () => {
    const refusal = { refusal: "2026 年 2 月没有 30 日，这个月有 28 天。请核对日期。" };
    expect(parseDay("2026-02-30")).toEqual(refusal);
    expect(parseDateRange("2026年2月30日")).toEqual(refusal);
    expect(parseDateRange("不晚于 2026-02-30")).toEqual(refusal);
    expect(parseDay("2026-02-00")).toHaveProperty("refusal");
    expect(parseDateRange("2015-08-31 至 09-31")).toHaveProperty("refusal");
  });

  it("with a thirteenth month is refused", () => {
    const refusal = { refusal: "没有 13 月，月份是 1 到 12。请核对日期。" };
    expect(parseDateRange("2026-13")).toEqual(refusal);
    expect(parseDay("2026-13-01")).toEqual(refusal);
  });

  it("that ends before it starts is refused", () => {
    expect(parseDateRange("2015-08-07 至 08-06")).toEqual({ refusal: "起始日晚于截止日，请对调。" });
  });

  it("that spans more than the database has as days is refused, with what to write", () => {
    expect(parseDateRange("2016-01-01 至 02-01")).toEqual({ value: ofDays("2016-01-01", "2016-02-01") });
    for (const typed of ["2016-01-01 至 02-02", "2016年1月5日至2016年6月30日"]) {
      expect(parseDateRange(typed)).toEqual({
        refusal: "起止日期相隔超过一个月。请写成月份、半年或年份，例如 2026 年上半年。",
      });
    }
  });

  it.each(["", "明年", "3月1日", "0215-08-10", "01/03/2026", "2026-3-1-1", "1e3"])(
    "that cannot be read is refused with examples: %s",
    (typed) => {
      expect(parseDateRange(typed)).toEqual({
        refusal: "看不懂这个日期。请写成 2026-03-01、2026-03、2026 年下半年或 2026 年。",
      });
    },
  );

  it("must name a day where a day is asked for", () => {
    expect(parseDay("2026-03")).toEqual({ refusal: "看不懂这个日期。请写到日，例如 2026-03-01。" });
  });
});
