import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, isRealDay, wholeMonthsBetween } from "@/lib/format/calendar-day";

describe("a calendar day", () => {
  it.each([
    ["2016-01-31", 1, "2016-02-29"],
    ["2015-01-31", 1, "2015-02-28"],
    ["2015-08-31", -6, "2015-02-28"],
    ["2015-11-10", 3, "2016-02-10"],
    ["2016-02-10", -3, "2015-11-10"],
    ["2015-12-31", 0, "2015-12-31"],
    ["2015-01-31", -1, "2014-12-31"],
  ])("%s and %i months is %s", (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it("counts days across leap days, years and summer time", () => {
    expect(daysBetween("2016-02-28", "2016-03-01")).toBe(2);
    expect(daysBetween("2015-08-10", "2015-08-09")).toBe(-1);
    expect(daysBetween("2026-03-07", "2026-03-09")).toBe(2);
    expect(addDays("2015-12-31", 1)).toBe("2016-01-01");
    expect(addDays("2026-11-01", -1)).toBe("2026-10-31");
  });

  it("exists in the calendar or is no day", () => {
    expect(isRealDay("2024-02-29")).toBe(true);
    expect(isRealDay("2026-02-30")).toBe(false);
    expect(isRealDay("2026-13-01")).toBe(false);
    expect(isRealDay("2026-3-1")).toBe(false);
  });

  it("is as many whole months away as it can be moved by", () => {
    for (let days = 0; days < 1500; days += 7) {
      const to = addDays("2015-08-31", days);
      const months = wholeMonthsBetween("2015-08-31", to);
      expect(addMonths("2015-08-31", months) <= to).toBe(true);
      expect(addMonths("2015-08-31", months + 1) > to).toBe(true);
    }
  });

  it("is no month away from a day before it", () => {
    expect(wholeMonthsBetween("2015-08-10", "2014-01-01")).toBe(0);
  });
});
