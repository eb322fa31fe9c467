import { expect, test } from "vitest";
import { notAfter } from "@/lib/format/date-range";
import { readReport } from "@/lib/progress/progress-schema";
import { type ReportedProject, submissionRefusals } from "@/lib/progress/submission-rules";
import type { KeptValues } from "@/lib/result";

const today = "2016-09-20";
const project: ReportedProject = {
  standing: { stage: "signed", effective: notAfter("2015-08-10"), condition: null, conditionOn: null },
  isVerified: true,
  commitments: [],
  milestones: [],
  last: { arrivedYuan: null, completedYuan: null, readings: new Map() },
  corrected: null,
  closedRounds: [{ period: "2016-07-01", reason: "已汇总上报" }],
};

function refusals(values: KeptValues, more: Partial<ReportedProject> = {}, isMending = false) {
  const typed = {
    period: "2016-08",
    newStage: "",
    newCondition: "",
    summary: "完成选址，正在办理用地手续。",
  };
  const read = readReport({ ...typed, ...values });
  if ("errors" in read) throw new Error(JSON.stringify(read.errors));
  return submissionRefusals(read.report, { ...project, ...more }, today, { isMending });
}

test("a report is about this month or one of the twelve before", () => {
  expect(refusals({ period: "2016-09" })).toEqual([]);
  expect(refusals({ period: "2015-09" })).toEqual([]);
  expect(refusals({ period: "2015-08" })).toEqual([
    { field: "period", message: expect.stringContaining("只收 2015 年 9 月以后的填报") },
  ]);
  expect(refusals({ period: "1999-01" })).toHaveLength(1);
  expect(refusals({ period: "2016-10" })).toHaveLength(1);
});

test("a closed month takes no new report, and says why and what to do", () => {
  expect(refusals({ period: "2016-07" })).toEqual([
    {
      field: "period",
      message: "2016 年 7 月调度已关闭（已汇总上报），不再收新的填报。要补报，请审核员重新开放。",
    },
  ]);
});

test("what was returned is mended for its month, however old or closed", () => {
  expect(refusals({ period: "2016-07" }, {}, true)).toEqual([]);
  expect(refusals({ period: "2014-01" }, {}, true)).toEqual([]);
});

test("nothing is unchanged where nothing was ever verified", () => {
  const unchanged = { unchanged: "yes", summary: "" };
  expect(refusals(unchanged)).toEqual([]);
  expect(refusals(unchanged, { isVerified: false })).toEqual([
    { field: "unchanged", message: expect.stringContaining("没有可比的上期") },
  ]);
});
