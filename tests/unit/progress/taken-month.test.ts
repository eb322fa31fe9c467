import { expect, it } from "vitest";
import { monthNotes, reportInTheWay, type TakenMonth } from "@/lib/progress/taken-month-rules";

const month = (more: Partial<TakenMonth>): TakenMonth => ({
  id: 12,
  period: "2016-08-01",
  state: "submitted",
  author: "赵专员",
  isMendable: false,
  ...more,
});

it("a month takes one report, whoever wrote it", () => {
  expect(reportInTheWay([month({})], "2016-08-01")).toMatchObject({ id: 12 });
  expect(reportInTheWay([month({ state: "published" })], "2016-08-01")).toMatchObject({ id: 12 });
  expect(reportInTheWay([month({})], "2016-07-01")).toBeNull();
});

it("what was returned is in the way of all who may not mend it", () => {
  expect(reportInTheWay([month({ state: "returned", isMendable: true })], "2016-08-01")).toBeNull();
  expect(reportInTheWay([month({ state: "returned" })], "2016-08-01")).not.toBeNull();
});

it("each month says what stands against it and what to do", () => {
  const mendable = month({ period: "2016-07-01", state: "returned", isMendable: true });
  expect(monthNotes([month({}), mendable])).toEqual({
    "2016-08":
      "2016 年 8 月已有一份待审核的填报（编号 12，赵专员）。请另选月份；要改那一份，已发布的请提交更正，没发布的请它的填报人修改。",
  });
});
