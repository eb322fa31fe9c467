import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { saveDraft } from "@/lib/draft/draft-commands";
import { submitReport } from "@/lib/progress/progress-commands";
import { returnReport } from "@/lib/progress/review-commands";
import type { KeptValues } from "@/lib/result";
import { castOf, viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, reportOf, typed } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

const handIn = (viewer: Viewer, code: string, values: KeptValues = {}, requestId: string = randomUUID()) =>
  submitReport(viewer, { code, requestId, report: reportOf(values), returned: null });

test("staff hand in a report with its readings, completed milestones and problems", async () => {
  const { id } = await handIn(zhao, "P2015-05", {
    percent: "４５",
    arrivedFunds: "１２，０００",
    "reading-1": "1,200",
    "milestone-1": "2016年8月",
    "problem-0-category": "power",
    "problem-0-department": "供电部门",
    "problem-0-text": "增容手续未办结",
    "problem-0-raisedOn": "2016/8/12",
  });
  const report = await db.progressReport.findUniqueOrThrow({
    where: { id },
    include: { readings: true, completions: true, problems: true },
  });
  expect(report).toMatchObject({
    state: "submitted",
    percent: 45,
    arrivedFunds: 120_000_000n,
    authorId: zhao.accountId,
  });
  expect(report.readings.map(({ value }) => value.toNumber())).toEqual([1200]);
  expect(report.completions).toMatchObject([{ actualPrecision: "month" }]);
  expect(report.problems).toMatchObject([{ category: "power", department: "供电部门", resolvedOn: null }]);
  expect(await auditOf("P2015-05")).toEqual(["zhao report.submitted"]);
});

test("nothing of a report that waits for review reaches the project's row", async () => {
  const project = await projectRow("P2015-05");
  expect(project).toMatchObject({ percent: null, arrivedFunds: null, reportedOn: null, stage: "signed" });
});

test("a report that is sent twice is handed in once", async () => {
  const requestId = randomUUID();
  const first = await handIn(zhao, "P2015-06", {}, requestId);
  expect(await handIn(zhao, "P2015-06", {}, requestId)).toEqual(first);
  expect(await auditOf("P2015-06")).toEqual(["zhao report.submitted"]);
});

test("twenty sendings at the same time make one report", async () => {
  const requestId = randomUUID();
  const sent = await Promise.all(Array.from({ length: 20 }, () => handIn(zhao, "P2015-07", {}, requestId)));
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(await db.progressReport.count({ where: { requestId } })).toBe(1);
  expect(await auditOf("P2015-07")).toEqual(["zhao report.submitted"]);
});

test("a request that made a report of one project makes none of another, and does not say so", async () => {
  const requestId = randomUUID();
  await handIn(zhao, "P2015-08", { period: "2016-02" }, requestId);
  await expect(handIn(zhao, "P2015-06", { period: "2016-02" }, requestId)).rejects.toThrow("刚刚被改过");
});

test("a second report of the same month is refused and says whose the first is", async () => {
  await handIn(zhao, "P2015-08");
  await expect(handIn(qian, "P2015-08")).rejects.toThrow(
    /2016 年 8 月已有一份待审核的填报（编号 \d+，赵专员）/,
  );
});

test("of two people who report the same month at once, one is told about the other", async () => {
  const results = await Promise.allSettled([handIn(zhao, "P2015-09"), handIn(qian, "P2015-09")]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test.each(["official", "reviewer", "admin", "security", "auditor"] as const)(
  "a person in the role %s hands in nothing",
  async (role) => {
    await expect(handIn(await viewerOf(castOf[role]), "P2015-10")).rejects.toThrow(Forbidden);
  },
);

test("a project that is somebody's is reported by nobody else", async () => {
  const unit = await db.unit.create({ data: { name: "甲单位" } });
  const { id: projectId } = await projectRow("P2015-11");
  await db.assignment.create({
    data: {
      projectId,
      unitId: unit.id,
      accountId: qian.accountId,
      since: new Date("2016-01-01"),
      assignedById: sun.accountId,
    },
  });
  await expect(handIn(zhao, "P2015-11")).rejects.toThrow("由别人负责");
  await expect(handIn(qian, "P2015-11")).resolves.toMatchObject({ code: "P2015-11" });
});

test.each<[string, KeptValues, string]>([
  ["a month that has not begun", { period: "2016-10" }, "2016 年 10 月还没到"],
  [
    "a start in the future",
    { newStage: "under_construction", stageOn: "2016-10-01", stageEvidence: "开工令" },
    "不能晚于今天（2016-09-20）",
  ],
  ["a start without evidence", { newStage: "under_construction", stageOn: "2016-03" }, "请附依据"],
  ["a stage that the project has", { newStage: "signed", stageOn: "2016-03", stageEvidence: "协议" }, "更正"],
  [
    "a leap to operation without a reason",
    { newStage: "operating", stageOn: "2016-03", stageEvidence: "验收单" },
    "请说明没有开工记录的原因",
  ],
  ["a pause without a review day", { newCondition: "paused", conditionReason: "缺资金" }, "请填复核日期"],
  ["an end without a reason", { newCondition: "terminated" }, "请写明原因"],
  ["a milestone that is met in the future", { "milestone-1": "2016-12" }, "不能晚于今天"],
  [
    "a text about construction without a start",
    { summary: "场地土建施工到三层，设备开始进场。" },
    "填开工日期，或说明原因",
  ],
  ["a reading of something that was not promised", { "reading-9": "5" }, "请刷新页面"],
])("%s is refused with what to do", async (_what, values, message) => {
  await expect(handIn(zhao, "P2015-01", values)).rejects.toThrow(message);
});

test("an operating project does not go back to construction without a correction", async () => {
  const back = { newStage: "under_construction", stageOn: "2016-03", stageEvidence: "开工令" };
  await expect(handIn(zhao, "P2014-01", back)).rejects.toThrow("记录有误请用“更正”");
});

test("a terminated project takes no report", async () => {
  const { id: projectId } = await projectRow("P2015-13");
  await db.conditionEvent.create({
    data: {
      projectId,
      condition: "terminated",
      reason: "双方解约",
      effectiveFrom: new Date("2016-05-01"),
      effectiveTo: new Date("2016-05-01"),
      effectivePrecision: "day",
      recordedAt: new Date("2016-05-02T00:00:00Z"),
    },
  });
  await expect(handIn(zhao, "P2015-13")).rejects.toThrow("项目已终止");
});

test("a returned report is handed in again in the same row, by its author, for the same month", async () => {
  const { id } = await handIn(zhao, "P2015-12");
  await returnReport(sun, { id, version: 1, reason: "请补数字", field: "percent" });
  const again = (viewer: Viewer, values: KeptValues, version = 2, requestId: string = randomUUID()) =>
    submitReport(viewer, {
      code: "P2015-12",
      requestId,
      report: reportOf(values),
      returned: { id, version },
    });

  await expect(again(qian, { percent: "10" })).rejects.toThrow("只有填报人能提交");
  await expect(again(zhao, { percent: "10", period: "2016-07" })).rejects.toThrow("不能改月份");
  await expect(again(zhao, { percent: "10" }, 1)).rejects.toThrow("刚刚被改过");
  const requestId = randomUUID();
  const sent = await Promise.all(
    Array.from({ length: 5 }, () => again(zhao, { percent: "10" }, 2, requestId)),
  );
  expect(sent.map((report) => report.id)).toEqual(Array(5).fill(id));
  expect(await db.progressReport.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "submitted",
    percent: 10,
    returnReason: null,
    version: 3,
  });
  expect(await auditOf("P2015-12")).toEqual([
    "zhao report.submitted",
    "sun report.returned",
    "zhao report.resubmitted",
  ]);
});

const draftOf = (viewer: Viewer, code: string) =>
  db.draft.findUnique({ where: { accountId_form: { accountId: viewer.accountId, form: `report:${code}` } } });

test("handing in a report uses up the draft that it was made of, and no other", async () => {
  const form = "report:P2015-02";
  const { version } = await saveDraft(zhao, { form, input: typed(), version: null });
  await saveDraft(qian, { form, input: typed(), version: null });
  const submission = { code: "P2015-02", requestId: randomUUID(), report: reportOf(), returned: null };
  await submitReport(zhao, { ...submission, draftVersion: version });
  expect(await draftOf(zhao, "P2015-02")).toBeNull();
  expect(await draftOf(qian, "P2015-02")).not.toBeNull();
});

test("what was typed between check and submission is not handed in unseen, and stays", async () => {
  const form = "report:P2015-03";
  const { version } = await saveDraft(zhao, { form, input: typed(), version: null });
  await saveDraft(zhao, { form, input: typed({ percent: "80" }), version });
  const submission = { code: "P2015-03", requestId: randomUUID(), report: reportOf(), returned: null };
  await expect(submitReport(zhao, { ...submission, draftVersion: version })).rejects.toThrow("再检查一遍");
  expect((await draftOf(zhao, "P2015-03"))?.input).toMatchObject({ percent: "80" });
  expect(await db.progressReport.count({ where: { project: { code: "P2015-03" } } })).toBe(0);
});

test("twenty sendings of one draft at the same time make one report and use it up once", async () => {
  const form = "report:P2015-04";
  const { version } = await saveDraft(zhao, { form, input: typed(), version: null });
  const submission = { code: "P2015-04", requestId: randomUUID(), report: reportOf(), returned: null };
  const sendings = Array.from({ length: 20 }, () =>
    submitReport(zhao, { ...submission, draftVersion: version }),
  );
  expect(new Set((await Promise.all(sendings)).map(({ id }) => id)).size).toBe(1);
  expect(await draftOf(zhao, "P2015-04")).toBeNull();
  expect(await auditOf("P2015-04")).toEqual(["zhao report.submitted"]);
});

test("a report that is handed in without its draft leaves the draft alone", async () => {
  await saveDraft(zhao, { form: "report:P2014-01", input: typed(), version: null });
  await handIn(zhao, "P2014-01");
  expect(await draftOf(zhao, "P2014-01")).not.toBeNull();
});
