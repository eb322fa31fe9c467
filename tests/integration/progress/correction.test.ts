import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { findReportForm } from "@/lib/progress/progress-queries";
import { reportDiff } from "@/lib/progress/report-diff";
import { writeReport } from "@/lib/progress/report-writing-commands";
import { publishReport, returnReport, withdrawReport } from "@/lib/progress/review-commands";
import { findReviewItem } from "@/lib/progress/review-queries";
import { getStaffTasks } from "@/lib/progress/task-queries";
import { getPublicProject } from "@/lib/project/project-queries";
import type { KeptValues } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, reportOf, testDay, typed } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

const handIn = (viewer: Viewer, code: string, values: KeptValues, corrects: number | null = null) =>
  submitReport(viewer, { code, requestId: randomUUID(), report: reportOf(values), returned: null, corrects });

async function published(code: string, values: KeptValues): Promise<number> {
  const { id } = await handIn(zhao, code, values);
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  return id;
}

const started = {
  period: "2016-07",
  newStage: "under_construction",
  stageOn: "2016-07-05",
  stageEvidence: "开工令",
  percent: "10",
};
const why = { correctionReason: "日期抄错，开工令写的是 7 月 15 日" };

test("a correction waits beside the published report, then takes its place; the old version stays readable", async () => {
  const old = await published("P2015-01", started);
  const { id } = await handIn(qian, "P2015-01", { ...started, ...why, stageOn: "2016-07-15" }, old);
  expect((await projectRow("P2015-01")).stageTo).toEqual(new Date("2016-07-05"));
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  expect(await projectRow("P2015-01")).toMatchObject({
    stage: "under_construction",
    stageTo: new Date("2016-07-15"),
  });
  expect(await db.progressReport.findUniqueOrThrow({ where: { id: old } })).toMatchObject({
    state: "corrected",
  });
  const project = await getPublicProject("P2015-01", testDay);
  expect(project?.reports).toMatchObject([
    {
      id,
      stageChange: { effective: { to: "2016-07-15" } },
      corrected: [
        { id: old, reason: why.correctionReason, stageChange: { effective: { to: "2016-07-05" } } },
      ],
    },
  ]);
  expect(await auditOf("P2015-01")).toEqual([
    "zhao report.submitted",
    "sun report.published",
    "qian report.submitted",
    "sun report.published",
  ]);
});

test("a stage that a correction leaves out is void: the project goes back", async () => {
  const old = await published("P2015-02", started);
  const { id } = await handIn(zhao, "P2015-02", { period: "2016-07", ...why, percent: "5" }, old);
  const item = await findReviewItem(sun, id);
  if (!item) throw new Error("no such report");
  expect(reportDiff(item).find(({ field }) => field === "newStage")).toMatchObject({
    before: "在建，2016-07-05",
    after: "没有变化",
  });
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  expect(await projectRow("P2015-02")).toMatchObject({ stage: "signed", percent: 5 });
});

test("nobody publishes the correction that they wrote, and a returned one is mended by its author", async () => {
  const old = await published("P2015-03", { period: "2016-07", percent: "10" });
  const li = await viewerOf("li");
  await db.account.update({ where: { name: "li" }, data: { role: "staff" } });
  const { id } = await handIn(
    { ...li, role: "staff" },
    "P2015-03",
    { period: "2016-07", percent: "12", ...why },
    old,
  );
  await db.account.update({ where: { name: "li" }, data: { role: "reviewer" } });
  await expect(publishReport(li, { id, version: 1, isMoneyPublic: false })).rejects.toThrow("必须是两个人");
  await returnReport(sun, { id, version: 1, reason: "请附依据", field: "summary" });
  expect((await findReportForm({ ...li, role: "staff" }, "P2015-03", old))?.returned).toMatchObject({ id });
  expect((await findReportForm({ ...li, role: "staff" }, "P2015-03"))?.returned).toBeNull();
});

test("a correction says what was wrong, keeps the month, and is alone", async () => {
  const old = await published("P2015-04", { period: "2016-07", percent: "10" });
  await expect(handIn(zhao, "P2015-04", { period: "2016-07", percent: "11" }, old)).rejects.toThrow(
    "请写明原来错在哪里",
  );
  await expect(handIn(zhao, "P2015-04", { ...why, percent: "11" }, old)).rejects.toThrow("不能改月份");
  await handIn(zhao, "P2015-04", { period: "2016-07", percent: "11", ...why }, old);
  await expect(handIn(qian, "P2015-04", { period: "2016-07", percent: "12", ...why }, old)).rejects.toThrow(
    "已有一份待审核的更正",
  );
  await expect(handIn(qian, "P2015-04", { period: "2016-07" })).rejects.toThrow("已有一份已发布的填报");
});

test("what was withdrawn or corrected already is not corrected again", async () => {
  const old = await published("P2015-05", { period: "2016-07", percent: "10" });
  const { id } = await handIn(zhao, "P2015-05", { period: "2016-07", percent: "11", ...why }, old);
  await withdrawReport(sun, { id: old, version: 2, reason: "整份填错" });
  await expect(publishReport(sun, { id, version: 1, isMoneyPublic: false })).rejects.toThrow(
    "已经更正或撤回",
  );
  await expect(handIn(zhao, "P2015-05", { period: "2016-07", percent: "11", ...why }, old)).rejects.toThrow(
    "不用再更正",
  );
  expect(await findReportForm(zhao, "P2015-05", old)).toBeNull();
});

test("a stage on which a later one rests is not taken back by a correction", async () => {
  const old = await published("P2015-06", started);
  await published("P2015-06", {
    period: "2016-08",
    newStage: "operating",
    stageOn: "2016-08-20",
    stageEvidence: "投产验收单",
  });
  await expect(handIn(zhao, "P2015-06", { period: "2016-07", ...why }, old)).rejects.toThrow(
    "以这个阶段为前提",
  );
  await expect(handIn(zhao, "P2015-06", { ...started, ...why, stageOn: "2016-09-01" }, old)).rejects.toThrow(
    "投产运营",
  );
  const { id } = await handIn(zhao, "P2015-06", { ...started, ...why, stageOn: "2016-07-01" }, old);
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  expect((await projectRow("P2015-06")).stage).toBe("operating");
});

test("withdrawing a correction takes its month off the record and leaves the old version corrected", async () => {
  const old = await published("P2015-07", { period: "2016-07", percent: "10" });
  const { id } = await handIn(zhao, "P2015-07", { period: "2016-07", percent: "11", ...why }, old);
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  await withdrawReport(sun, { id, version: 2, reason: "两份都有误" });
  expect((await getPublicProject("P2015-07", testDay))?.reports).toEqual([]);
  expect((await projectRow("P2015-07")).percent).toBeNull();
  await published("P2015-07", { period: "2016-07", percent: "9" });
  expect((await projectRow("P2015-07")).percent).toBe(9);
});

test("the draft of a correction is not the draft of the next report", async () => {
  const old = await published("P2015-08", { period: "2016-07", percent: "10" });
  await writeReport(zhao, {
    code: "P2015-08",
    correctsId: String(old),
    intent: "save",
    ...typed({ period: "2016-07", percent: "13" }),
  });
  expect((await findReportForm(zhao, "P2015-08"))?.draft).toBeNull();
  expect((await findReportForm(zhao, "P2015-08", old))?.draft?.input).toMatchObject({ percent: "13" });
  const report = reportOf({ period: "2016-07", percent: "13", ...why });
  const sent = { code: "P2015-08", requestId: randomUUID(), report, returned: null, corrects: old };
  await submitReport(zhao, { ...sent, draftVersion: 1 });
  expect((await findReportForm(zhao, "P2015-08", old))?.draft).toBeNull();
});

test("a correction that outlived its report is in nobody's way", async () => {
  const old = await published("P2015-09", { period: "2016-07", percent: "10" });
  const stranded = await handIn(zhao, "P2015-09", { period: "2016-07", percent: "11", ...why }, old);
  await withdrawReport(sun, { id: old, version: 2, reason: "整份填错" });
  await returnReport(sun, { id: stranded.id, version: 1, reason: "原件已撤回", field: null });
  const next = await published("P2015-09", { period: "2016-07", percent: "9" });
  const { id } = await handIn(zhao, "P2015-09", { period: "2016-07", percent: "8", ...why }, next);
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  expect((await projectRow("P2015-09")).percent).toBe(8);
  const { returned } = await getStaffTasks(zhao, []);
  expect(returned.map((task) => task.id)).not.toContain(stranded.id);
});
