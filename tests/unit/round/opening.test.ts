import { expect, test } from "vitest";
import { deadlineRefusals, openableMonths, openingRefusals } from "@/lib/round/opening-rules";

const today = "2016-09-20";

test("a round is opened for the next month, this one or one of the twelve before", () => {
  const months = openableMonths(today);
  expect([months[0], months.at(-1)]).toEqual(["2016-10-01", "2015-09-01"]);
  expect(openingRefusals({ period: "2015-08-01", dueOn: "2016-09-30" }, today)).toEqual([
    { field: "period", message: "月份只能选 2015 年 9 月到 2016 年 10 月。" },
  ]);
});

test("a deadline lies ahead, in or after its month, and within a year", () => {
  const refused = (period: string, dueOn: string) => deadlineRefusals({ period, dueOn }, today).length > 0;
  expect(refused("2016-09-01", today)).toBe(false);
  expect(refused("2016-09-01", "2016-09-19")).toBe(true);
  expect(refused("2016-10-01", "2016-09-30")).toBe(true);
  expect(refused("2016-09-01", "2026-10-10")).toBe(true);
});
