import { expect, test } from "vitest";
import { currentRound, openPeriods } from "@/lib/progress/round-rules";

test("until the 10th the round is about the month before, and due on the 10th", () => {
  expect(currentRound("2015-10-08")).toEqual({ period: "2015-09-01", dueOn: "2015-10-10" });
  expect(currentRound("2015-10-10")).toEqual({ period: "2015-09-01", dueOn: "2015-10-10" });
});

test("from the 11th it is about the running month", () => {
  expect(currentRound("2015-12-11")).toEqual({ period: "2015-12-01", dueOn: "2016-01-10" });
});

test("one may report on this month and on the twelve before", () => {
  const periods = openPeriods("2016-02-29");
  expect(periods).toHaveLength(13);
  expect([periods[0], periods.at(-1)]).toEqual(["2016-02-01", "2015-02-01"]);
});
