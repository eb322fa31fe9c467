import { describe, expect, test } from "vitest";
import { draftInput } from "@/lib/draft/draft-rules";
import { readReport } from "@/lib/progress/progress-schema";
import { isOfEmptyRow, problemRowCount } from "@/lib/progress/report-form-rules";
import type { KeptValues } from "@/lib/result";

/** What a report's draft keeps of what was sent. */
const kept = (sent: KeptValues) => draftInput(sent, (name) => isOfEmptyRow(name, sent));

const typed: KeptValues = {
  period: "2016-08",
  newStage: "",
  newCondition: "",
  summary: "首批机柜进场安装，调试开始。",
};

function errorsOf(values: KeptValues): Record<string, string> {
  const read = readReport({ ...typed, ...values });
  return "errors" in read ? read.errors : {};
}

function reportOf(values: KeptValues = {}) {
  const read = readReport({ ...typed, ...values });
  if ("errors" in read) throw new Error(JSON.stringify(read.errors));
  return read.report;
}

describe("what staff type is read leniently", () => {
  test("amounts, percents, quantities and dates as a Chinese keyboard writes them", () => {
    expect(
      reportOf({
        arrivedFunds: "１２，０００",
        completedInvestment: "1.2亿",
        percent: "45％",
        "reading-1": "1,200",
        "milestone-2": "2016年3月",
      }),
    ).toMatchObject({
      period: "2016-08-01",
      arrivedFunds: 120_000_000n,
      completedInvestment: 120_000_000n,
      percent: 45,
      reading: { 1: 1200 },
      milestone: { 2: { from: "2016-03-01", to: "2016-03-31", precision: "month" } },
    });
  });

  test("what is left empty is null, never 0", () => {
    expect(reportOf({ percent: "", arrivedFunds: " ", "reading-1": "" })).toMatchObject({
      percent: null,
      arrivedFunds: null,
      reading: { 1: null },
    });
  });

  test("a row of problems in which nothing is written is no problem", () => {
    expect(reportOf({ "problem-0-category": "land", "problem-0-text": " " }).problem).toEqual({});
  });

  test("what belongs to a change of stage is dropped when the stage did not change", () => {
    expect(reportOf({ stageOn: "2016-03", stageEvidence: "开工令" })).toMatchObject({
      newStage: null,
      stageOn: null,
      stageEvidence: null,
    });
  });

  test("an operation given below the text says why there was no start in the same reason", () => {
    const values = { startedOn: "2016-03", startedStage: "operating", note: "设备直接进场" };
    expect(reportOf({ ...values, startEvidence: "验收单" })).toMatchObject({
      newStage: "operating",
      stageReason: "设备直接进场",
    });
  });

  test("a start given below the text is a change of stage", () => {
    expect(reportOf({ startedOn: "2016-03", startEvidence: "开工令" })).toMatchObject({
      newStage: "under_construction",
      stageOn: { to: "2016-03-31" },
      stageEvidence: "开工令",
      startsByText: true,
    });
  });
});

describe("what cannot be read is said at its field, with the way to put it right", () => {
  test.each<[string, KeptValues, string, RegExp]>([
    ["no summary", { summary: "" }, "summary", /至少 10 个字/],
    ["a short summary", { summary: "有进展" }, "summary", /至少 10 个字/],
    ["words for a number", { percent: "一半" }, "percent", /0 到 100/],
    ["a day that the calendar lacks", { "milestone-1": "2016-02-30" }, "milestone-1", /没有 30 日/],
    ["a negative amount", { arrivedFunds: "-5" }, "arrivedFunds", /不能是负数/],
    ["half a problem", { "problem-0-text": "缺电" }, "problem-0-department", /哪个部门/],
    ["an unknown stage", { newStage: "finished" }, "newStage", /阶段/],
    ["no month", { period: "" }, "period", /请选填报月份/],
    ["a bidi trick with a NUL", { summary: "正常的文字写了十个字\u0000" }, "summary", /无法保存的字符/],
  ])("%s", (_what, values, field, message) => {
    expect(errorsOf(values)[field]).toMatch(message);
  });

  test("a problem that is solved before it was raised", () => {
    const row = {
      "problem-0-category": "power",
      "problem-0-department": "供电部门",
      "problem-0-text": "增容未办",
      "problem-0-raisedOn": "2016-08-02",
      "problem-0-resolvedOn": "2016-08-01",
    };
    expect(errorsOf(row)["problem-0-resolvedOn"]).toMatch("早于提出日");
  });

  test("a problem in two rows", () => {
    const row = (number: number) => ({
      [`problem-${number}-key`]: "6f9619ff-8b86-4d01-b42d-00c04fc964ff",
      [`problem-${number}-category`]: "power",
      [`problem-${number}-department`]: "供电部门",
      [`problem-${number}-text`]: "增容未办",
      [`problem-${number}-raisedOn`]: "2016-08-02",
    });
    expect(errorsOf({ ...row(0), ...row(2) })).toEqual({
      "problem-2-text": "这一行和问题 1 是同一个问题，请合成一行，再清空这一行。",
    });
  });

  test("a new problem without a category", () => {
    expect(errorsOf({ "problem-0-category": "", "problem-0-text": "缺电" })["problem-0-category"]).toBe(
      "请选问题的类别。",
    );
  });

  test("all wrong fields at once", () => {
    expect(Object.keys(errorsOf({ summary: "", percent: "x", arrivedFunds: "y" })).sort()).toEqual([
      "arrivedFunds",
      "percent",
      "summary",
    ]);
  });
});

describe("what a draft keeps", () => {
  const row = { "problem-0-category": "land", "problem-0-text": "", "problem-0-key": "" };

  test("everything typed, but neither the button nor an empty row of problems", () => {
    expect(kept({ ...typed, ...row, code: "P2015-01", intent: "save" })).toEqual(typed);
  });

  test("the empty row too, when another one is asked for", () => {
    expect(problemRowCount(kept({ ...typed, ...row, intent: "row" }))).toBe(1);
  });

  test("where the author had to choose, what they chose", () => {
    expect(kept({ percent: "20", "choose:percent": "10" })).toEqual({ percent: "10" });
  });
});

describe("本期无变化", () => {
  const unchanged: KeptValues = { summary: "", unchanged: "yes" };

  test("is an answer that needs no words, and stands for them", () => {
    expect(reportOf(unchanged)).toMatchObject({ isUnchanged: true, summary: "本期无变化", percent: null });
    expect(reportOf()).toMatchObject({ isUnchanged: false });
  });

  test.each<[string, KeptValues]>([
    ["summary", { summary: "首批机柜进场安装，调试开始。" }],
    ["percent", { percent: "45" }],
    ["arrivedFunds", { arrivedFunds: "100" }],
    ["newStage", { newStage: "operating" }],
    ["newCondition", { newCondition: "active" }],
    ["startedOn", { startedOn: "2016-03" }],
    ["reading-1", { "reading-1": "0" }],
    ["milestone-2", { "milestone-2": "2016-03" }],
  ])("contradicts what else is typed into %s, which is not dropped", (field, values) => {
    expect(errorsOf({ ...unchanged, ...values })).toEqual({ [field]: expect.stringContaining("去掉勾选") });
  });

  test("goes together with problems that stay open and with what comes next", () => {
    const problem = {
      "problem-0-category": "power",
      "problem-0-department": "供电部门",
      "problem-0-text": "没有接电",
      "problem-0-raisedOn": "2016-08-01",
    };
    expect(reportOf({ ...unchanged, ...problem, nextSteps: "等待接电。" })).toMatchObject({
      isUnchanged: true,
      nextSteps: "等待接电。",
    });
  });
});
