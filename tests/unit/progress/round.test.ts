import { expect, test } from "vitest";
import {
  activeRounds,
  currentRound,
  openMonths,
  openPeriods,
  type StoredRound,
} from "@/lib/progress/round-rules";

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

const stored = (period: string, more: Partial<StoredRound> = {}): StoredRound => ({
  period,
  dueOn: "2016-10-05",
  note: null,
  closedOn: null,
  closeReason: null,
  ...more,
});

test("without a reviewer's word the month's own round is due", () => {
  expect(activeRounds("2016-09-20", [])).toEqual([{ period: "2016-09-01", dueOn: "2016-10-10" }]);
});

test("a round that a reviewer opened has the reviewer's deadline, and stays until it is closed", () => {
  const opened = [stored("2016-09-01"), stored("2016-07-01", { dueOn: "2016-08-08" })];
  expect(activeRounds("2016-09-20", opened)).toEqual([
    { period: "2016-07-01", dueOn: "2016-08-08" },
    { period: "2016-09-01", dueOn: "2016-10-05" },
  ]);
});

test("what is closed is due no more, be it the month's own round", () => {
  const closed = stored("2016-09-01", { closedOn: "2016-09-19", closeReason: "已汇总" });
  expect(activeRounds("2016-09-20", [closed])).toEqual([]);
  expect(openMonths("2016-09-20", [closed])[0]).toBe("2016-08-01");
});

test("a round that is opened ahead of its month is not due yet, and one from years ago no more", () => {
  expect(activeRounds("2016-09-05", [stored("2016-10-01")])).toEqual([
    { period: "2016-08-01", dueOn: "2016-09-10" },
  ]);
  expect(activeRounds("2016-09-05", [stored("2014-10-01")])).toHaveLength(1);
});
