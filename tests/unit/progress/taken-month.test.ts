import { expect, it } from "vitest";
import { monthNotes, reportInTheWay, type TakenMonth } from "@/lib/progress/taken-month-rules";

const month = (more: Partial<TakenMonth>): TakenMonth => ({
  id: 12,
  period: "2016-08-01",
  state: "submitted",
  authorId: 1,
  author: "赵专员",
  ...more,
});

it("a month takes one report, whoever wrote it", () => {
  expect(reportInTheWay([month({})], "2016-08-01", 1)).toMatchObject({ id: 12 });
  expect(reportInTheWay([month({ state: "published" })], "2016-08-01", 2)).toMatchObject({ id: 12 });
  expect(reportInTheWay([month({})], "2016-07-01", 2)).toBeNull();
});

it("what was returned is in nobody's way but others'", () => {
  expect(reportInTheWay([month({ state: "returned" })], "2016-08-01", 1)).toBeNull();
  expect(reportInTheWay([month({ state: "returned" })], "2016-08-01", 2)).not.toBeNull();
});

it("each month says what stands against it and what to do", () => {
  expect(monthNotes([month({}), month({ period: "2016-07-01", state: "returned" })], 1)).toEqual({
    "2016-08":
      "2016 年 8 月已有一份待审核的填报（编号 12，赵专员）。请另选月份；要改那一份，已发布的请提交更正，没发布的请它的填报人修改。",
  });
});
