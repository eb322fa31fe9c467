import { expect, test } from "vitest";
import {
  answeredCodes,
  answerRest,
  gridField,
  gridFieldOf,
  gridForm,
  isLeftOutOfGrid,
  reportValues,
  rowErrors,
} from "@/lib/round/grid-rules";

test("an input of the grid names its project and what it asks", () => {
  expect(gridFieldOf(gridField("P2015-05", "percent"))).toEqual({ code: "P2015-05", part: "percent" });
  expect(gridFieldOf(gridField("P2015-05", "reading-2"))).toEqual({ code: "P2015-05", part: "reading-2" });
  const strange = [
    "P2015-05-money",
    "x-percent",
    "P2015-05-percent-2",
    "P2015-05-reading-",
    "P2015-05-reading-1000",
  ];
  for (const name of ["formId", "period", ...strange]) expect(gridFieldOf(name)).toBeNull();
});

test("each scope of a month has a draft of its own", () => {
  expect(gridForm("2016-08-01", "own")).toBe("grid:2016-08");
  expect(gridForm("2016-08-01", "open")).toBe("grid:2016-08:open");
});

test("a draft keeps what was typed into rows, and the mark of its page", () => {
  const sent = { formId: "1", period: "2016-08", "P2015-05-percent": " ", "P2015-06-percent": "x" };
  expect(Object.keys(sent).filter((name) => !isLeftOutOfGrid(name, sent))).toEqual([
    "formId",
    "P2015-06-percent",
  ]);
});

test("a row is answered when anything is typed or ticked", () => {
  const values = { "P2015-05-percent": "", "P2015-06-unchanged": "yes", "P2015-07-summary": "装修开始" };
  expect(answeredCodes(values)).toEqual(["P2015-06", "P2015-07"]);
});

test("a row reads as a report of its month that changes no stage or condition", () => {
  expect(reportValues({ "P2015-05-percent": " 40 " }, "P2015-05", "2016-08-01")).toEqual({
    period: "2016-08",
    newStage: "",
    newCondition: "",
    unchanged: "",
    percent: "40",
    summary: "",
  });
});

test("a row brings the readings of its own project", () => {
  const values = { "P2015-05-reading-1": " 6,800 ", "P2015-06-reading-1": "3", "P2015-05-summary": "到货" };
  expect(reportValues(values, "P2015-05", "2016-08-01")).toMatchObject({
    "reading-1": "6,800",
    summary: "到货",
  });
  expect(reportValues(values, "P2015-07", "2016-08-01")).not.toHaveProperty("reading-1");
  expect(rowErrors("P2015-05", { "reading-1": "请填数字。" })).toEqual({
    "P2015-05-reading-1": "请填数字。",
  });
});

test("an error of what the grid does not ask stands at the text and says where to go", () => {
  expect(
    rowErrors("P2015-05", { percent: "请填整数。", startedOn: "填开工日期。", period: "已关闭。" }),
  ).toEqual({
    "P2015-05-percent": "请填整数。",
    "P2015-05-summary": "填开工日期。这一项请到填报页填。",
  });
  expect(rowErrors("P2015-05", { period: "已关闭。" })).toEqual({ "P2015-05-summary": "已关闭。" });
});

test("其余都无变化 leaves alone what has an answer, a draft of its own, or nothing to compare with", () => {
  const row = (code: string, more = {}) => ({ code, isVerified: true, hasDraft: false, ...more });
  const rows = [
    row("P2015-01"),
    row("P2015-02"),
    row("P2015-03", { isVerified: false }),
    row("P2015-04", { hasDraft: true }),
  ];
  expect(answerRest({ "P2015-01-percent": "40" }, rows)).toEqual({
    "P2015-01-percent": "40",
    "P2015-02-unchanged": "yes",
  });
});
