import { expect, test } from "vitest";
import { daysLate, reminderText } from "@/lib/round/reminder-sentence";

const group = {
  unit: "甲单位",
  person: "钱专员",
  silent: 2,
  returned: 0,
  silentProjects: ["数据中心", "云平台"],
  returnedProjects: [],
};
const reminder = {
  period: "2016-08-01",
  dueOn: "2016-09-10",
  today: "2016-09-20",
  counts: { owed: 14, submitted: 5, published: 4, returned: 1, silent: 4 },
  groups: [
    group,
    {
      ...group,
      person: null,
      silent: 1,
      silentProjects: ["旅游平台"],
      returned: 1,
      returnedProjects: ["园区"],
    },
    { ...group, unit: null, person: null, silent: 60, silentProjects: ["体验中心"] },
    { ...group, person: "赵专员", silent: 0, silentProjects: [] },
  ],
};

test("the reminder is plain text, one line for each who owes something", () => {
  expect(reminderText(reminder)).toBe(
    [
      "2016 年 8 月进展填报催报（2016-09-20）",
      "2016-09-10 已截止，逾期 10 天。",
      "应报 14 个项目：已报 9 个，退回待改 1 个，未报 4 个。",
      "",
      "甲单位 钱专员：未报 2 个（数据中心、云平台）。",
      "甲单位（责任人未指定）：未报 1 个（旅游平台）；退回待改 1 个（园区）。",
      "责任单位未指定：未报 60 个（体验中心等）。",
      "",
      "请尽快补报。没有变化的项目，也要答“本期无变化”。",
    ].join("\n"),
  );
});

test("before the deadline it says how many days are left", () => {
  expect(reminderText({ ...reminder, today: "2016-09-08" })).toContain("2016-09-10 截止，还有 2 天。");
  expect(reminderText({ ...reminder, today: "2016-09-10" })).toContain("今天（2016-09-10）截止。");
});

test("where nobody owes anything there is nobody to remind", () => {
  expect(reminderText({ ...reminder, groups: reminder.groups.slice(3) })).toBeNull();
});

test("the day of the deadline is in time", () => {
  expect(daysLate("2016-09-10", "2016-09-10")).toBe(0);
  expect(daysLate("2016-09-10", "2016-09-11")).toBe(1);
});
