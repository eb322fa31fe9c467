import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport, returnReport, withdrawReport } from "@/lib/progress/review-commands";
import { type KeptValues, SeparationRefused } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, reportOf } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;
let li: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
  li = await viewerOf("li");
});

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const handIn = (code: string, values: KeptValues = {}) =>
  submitReport(zhao, { code, requestId: randomUUID(), report: reportOf(values), returned: null });

async function published(code: string, values: KeptValues = {}, isMoneyPublic = false) {
  const { id } = await handIn(code, values);
  await publishReport(sun, { id, version: 1, isMoneyPublic });
  return id;
}

const start = { newStage: "under_construction", stageOn: "2016-03", stageEvidence: "开工令 2016-03-15" };

test("a published report shows in the project's row, and each claim cites it", async () => {
  const id = await published("P2015-05", {
    ...start,
    percent: "30",
    newCondition: "active",
    arrivedFunds: "9000",
    "reading-1": "800",
    "milestone-1": "2016-06-30",
  });
  expect(await projectRow("P2015-05")).toMatchObject({
    stage: "under_construction",
    stageFrom: day("2016-03-01"),
    stageTo: day("2016-03-31"),
    condition: "active",
    percent: 30,
    reportedOn: day("2016-09-20"),
    arrivedFunds: 90_000_000n,
    publicArrivedFunds: null,
  });
  expect(
    await db.milestone.findFirst({ where: { project: { code: "P2015-05" }, ordinal: 1 } }),
  ).toMatchObject({
    actualTo: day("2016-06-30"),
    actualPrecision: "day",
  });
  const citations = await db.citation.findMany({ where: { reportId: id }, orderBy: { field: "asc" } });
  expect(citations.map(({ field }) => field)).toEqual(["actual", "reported", "stage"]);
  expect(await db.conditionEvent.findFirst({ where: { reportId: id } })).toMatchObject({
    effectiveTo: day("2016-08-31"),
  });
});

test("money is public only where the reviewer cleared it", async () => {
  await published("P2015-06", { arrivedFunds: "1.2亿", completedInvestment: "800" }, true);
  expect(await projectRow("P2015-06")).toMatchObject({
    publicArrivedFunds: 120_000_000n,
    publicCompletedInvestment: 8_000_000n,
  });
});

test("a problem continues under its key and its newest published row counts", async () => {
  const problem = {
    "problem-0-category": "power",
    "problem-0-department": "供电部门",
    "problem-0-text": "增容手续未办结",
    "problem-0-raisedOn": "2016-07-01",
  };
  const first = await published("P2015-07", { ...problem, period: "2016-07" });
  const { key } = await db.problem.findFirstOrThrow({ where: { reportId: first } });
  await published("P2015-07", { ...problem, "problem-0-key": key, "problem-0-resolvedOn": "2016-08-20" });
  const rows = await db.problem.findMany({ where: { key }, orderBy: { report: { period: "asc" } } });
  expect(rows.map(({ resolvedOn }) => resolvedOn)).toEqual([null, day("2016-08-20")]);
});

test("staff neither publish nor return nor withdraw", async () => {
  const { id } = await handIn("P2015-08");
  await expect(publishReport(zhao, { id, version: 1, isMoneyPublic: false })).rejects.toThrow(Forbidden);
  await expect(returnReport(zhao, { id, version: 1, reason: "再改", field: null })).rejects.toThrow(
    Forbidden,
  );
  await expect(withdrawReport(zhao, { id, version: 1, reason: "错了" })).rejects.toThrow(Forbidden);
});

test("the author does not decide on their own report, even as a reviewer by now", async () => {
  const { id } = await handIn("P2015-09");
  const promoted = { ...zhao, role: "reviewer" as const };
  const own = "填报人和审核人必须是两个人";
  await expect(publishReport(promoted, { id, version: 1, isMoneyPublic: false })).rejects.toThrow(
    SeparationRefused,
  );
  await expect(publishReport(promoted, { id, version: 1, isMoneyPublic: false })).rejects.toThrow(own);
  await expect(returnReport(promoted, { id, version: 1, reason: "再改", field: null })).rejects.toThrow(own);
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  await expect(withdrawReport(promoted, { id, version: 2, reason: "错了" })).rejects.toThrow(own);
});

test("of two reviewers who publish at once one wins, and the other hears who did it", async () => {
  const { id } = await handIn("P2015-10", start);
  const results = await Promise.allSettled(
    [sun, li].map((reviewer) => publishReport(reviewer, { id, version: 1, isMoneyPublic: false })),
  );
  const refusals = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));
  expect(refusals).toHaveLength(1);
  expect(refusals[0]).toMatch(/2016 年 8 月的填报已由(孙审核|李审核)处理/);
  expect(await db.stageEvent.count({ where: { reportId: id } })).toBe(1);
  expect(await auditOf("P2015-10")).toHaveLength(2);
});

test("a report that was handed in anew is not published as it was read before", async () => {
  const { id } = await handIn("P2015-11");
  await returnReport(sun, { id, version: 1, reason: "请补进度", field: "percent" });
  const report = reportOf({ percent: "20" });
  await submitReport(zhao, {
    code: "P2015-11",
    requestId: randomUUID(),
    report,
    returned: { id, version: 2 },
  });
  await expect(publishReport(li, { id, version: 1, isMoneyPublic: false })).rejects.toThrow(
    "看过新内容再决定",
  );
  await publishReport(li, { id, version: 3, isMoneyPublic: false });
  expect(await auditOf("P2015-11")).toEqual([
    "zhao report.submitted",
    "sun report.returned",
    "zhao report.resubmitted",
    "li report.published",
  ]);
});

test("a return needs a reason, which stands at the field", async () => {
  const { id } = await handIn("P2015-12");
  await expect(returnReport(sun, { id, version: 1, reason: null, field: "percent" })).rejects.toMatchObject({
    field: "reason",
  });
  await returnReport(sun, { id, version: 1, reason: "请补形象进度", field: "percent" });
  expect(await db.progressReport.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "returned",
    returnReason: "请补形象进度",
    returnField: "percent",
  });
});

test("withdrawing restores what stood before, and the month may be reported again", async () => {
  const before = await projectRow("P2015-13");
  const id = await published("P2015-13", { ...start, percent: "30", newCondition: "active" });
  await expect(withdrawReport(li, { id, version: 2, reason: " " })).rejects.toMatchObject({
    field: "reason",
  });
  await withdrawReport(li, { id, version: 2, reason: "项目写错了" });
  expect(await projectRow("P2015-13")).toEqual(before);
  const retractions = await db.eventRetraction.findMany({ select: { reason: true, accountId: true } });
  expect(retractions).toEqual(Array(2).fill({ reason: "项目写错了", accountId: li.accountId }));
  await expect(withdrawReport(li, { id, version: 3, reason: "再撤" })).rejects.toThrow("状态已经变了");
  await expect(published("P2015-13")).resolves.toEqual(expect.any(Number));
});

test("withdrawing one report leaves what others say", async () => {
  await published("P2015-01", { period: "2016-06", percent: "10" });
  const id = await published("P2015-01", { period: "2016-07", percent: "20" });
  await withdrawReport(li, { id, version: 2, reason: "数字错了" });
  expect(await projectRow("P2015-01")).toMatchObject({ percent: 10 });
});

test("a stage that was overtaken while the report waited is not published", async () => {
  const { id } = await handIn("P2015-02", { ...start, period: "2016-07" });
  await published("P2015-02", {
    newStage: "operating",
    stageOn: "2016-05",
    stageEvidence: "验收单",
    stageReason: "无开工记录",
  });
  await expect(publishReport(li, { id, version: 1, isMoneyPublic: false })).rejects.toThrow("阶段只能往前走");
});

test("a start is not withdrawn while operation rests on it", async () => {
  const started = await published("P2015-04", { ...start, period: "2016-05" });
  const operating = { newStage: "operating", stageOn: "2016-06", stageEvidence: "验收单", period: "2016-06" };
  const opened = await published("P2015-04", operating);
  await expect(withdrawReport(li, { id: started, version: 2, reason: "错了" })).rejects.toThrow(
    `“投产运营”（填报编号 ${opened}）以这一份的阶段为前提`,
  );
  await withdrawReport(li, { id: opened, version: 2, reason: "错了" });
  await withdrawReport(li, { id: started, version: 2, reason: "错了" });
  expect(await projectRow("P2015-04")).toMatchObject({ stage: "signed" });
});

test("a condition that a later month has overtaken is refused, as it would change nothing", async () => {
  const ending = { newCondition: "terminated", conditionReason: "企业撤资", period: "2016-05" };
  const { id } = await handIn("P2014-01", ending);
  await published("P2014-01", { newCondition: "active", period: "2016-06" });
  const overtaken = "状况在 2016-06-30 已经有记录";
  await expect(publishReport(sun, { id, version: 1, isMoneyPublic: false })).rejects.toThrow(overtaken);
  await expect(handIn("P2014-01", { ...ending, period: "2016-04" })).rejects.toThrow(overtaken);
});

test("operation before the start of construction is refused", async () => {
  await published("P2015-03", { ...start, period: "2016-07" });
  const early = { newStage: "operating", stageOn: "2016-02", stageEvidence: "验收单" };
  await expect(handIn("P2015-03", early)).rejects.toThrow("投产日期早于开工日期");
});
