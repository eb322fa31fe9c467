import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { discardDraft, saveDraft } from "@/lib/draft/draft-commands";
import { submitReport } from "@/lib/progress/progress-commands";
import { findReportForm } from "@/lib/progress/progress-queries";
import { reportDiff } from "@/lib/progress/report-diff";
import { writeReport } from "@/lib/progress/report-writing-commands";
import { publishReport, returnReport } from "@/lib/progress/review-commands";
import { findReviewItem, getReviewQueue } from "@/lib/progress/review-queries";
import { getStaffTasks } from "@/lib/progress/task-queries";
import type { KeptValues } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { openDesk, projectRow, reportOf, typed } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

const period = "2016-08-01";
const handIn = (code: string, values: KeptValues = {}) =>
  submitReport(zhao, { code, requestId: randomUUID(), report: reportOf(values), returned: null });

test("every project is due until somebody has reported on the month", async () => {
  const before = await getStaffTasks(zhao, [period]);
  expect(before.dueCounts).toEqual({ [period]: 14 });
  await handIn("P2015-01");
  expect(await getStaffTasks(qian, [period])).toMatchObject({ dueCounts: { [period]: 13 }, submitted: [] });
  expect((await getStaffTasks(zhao, [period])).submitted).toMatchObject([
    { kind: "report", code: "P2015-01" },
  ]);
});

test("a project that is somebody's is due with them alone", async () => {
  const unit = await db.unit.create({ data: { name: "甲单位" } });
  const { id: projectId } = await projectRow("P2015-11");
  const assigned = { projectId, unitId: unit.id, accountId: qian.accountId, assignedById: sun.accountId };
  await db.assignment.create({ data: { ...assigned, since: new Date("2016-01-01") } });
  const codesOf = async (viewer: Viewer) =>
    (await getStaffTasks(viewer, [period])).due.map(({ code }) => code);
  expect(await codesOf(zhao)).not.toContain("P2015-11");
  expect((await codesOf(qian))[0]).toBe("P2015-11");
  expect(await findReportForm(zhao, "P2015-11")).toBeNull();
});

test("a draft keeps what was typed exactly, wrong or not, and is nobody else's", async () => {
  const input = typed({ percent: "一半", formId: "one" });
  await saveDraft(zhao, { form: "report:P2015-02", input, version: null });
  expect((await findReportForm(zhao, "P2015-02"))?.draft?.input).toEqual(input);
  expect((await findReportForm(qian, "P2015-02"))?.draft).toBeNull();
  await discardDraft(zhao, "report:P2015-02");
  expect((await findReportForm(zhao, "P2015-02"))?.draft).toBeNull();
});

test("a form that corrects no report keeps the draft of a report", async () => {
  await writeReport(zhao, { ...typed(), code: "P2015-02", correctsId: "", draftVersion: "" });
  expect((await findReportForm(zhao, "P2015-02"))?.draft).not.toBeNull();
  await discardDraft(zhao, "report:P2015-02");
});

test("checking a form says what is wrong and keeps the draft", async () => {
  const sent = {
    code: "P2015-04",
    intent: "check",
    draftVersion: "",
    ...typed({ percent: "一半" }),
  };
  expect(await writeReport(zhao, sent)).toMatchObject({
    isReady: false,
    errors: { percent: expect.any(String) },
    draftVersion: 1,
  });
  const mended = { ...sent, percent: "50", draftVersion: "1" };
  expect(await writeReport(zhao, mended)).toMatchObject({ isReady: true, errors: {} });
});

test("taking over the last totals fills in what stands empty, and nothing else", async () => {
  const first = await handIn("P2015-13", { period: "2016-07", percent: "10", nextSteps: "设备招标" });
  await publishReport(sun, { id: first.id, version: 1, isMoneyPublic: false });
  const sent = { code: "P2015-13", intent: "carry", draftVersion: "", ...typed({ percent: "15" }) };
  const { values } = await writeReport(zhao, sent);
  expect(values).toMatchObject({ percent: "15", nextSteps: "设备招标", summary: typed().summary });
});

test("a returned report comes first, with its reason", async () => {
  const { id } = await handIn("P2015-05", { percent: "10" });
  await returnReport(sun, { id, version: 1, reason: "请核对进度", field: "percent" });
  expect((await getStaffTasks(zhao, [period])).returned).toMatchObject([{ id, reason: "请核对进度" }]);
  expect((await findReportForm(zhao, "P2015-05"))?.returned).toMatchObject({
    id,
    field: "percent",
    percent: 10,
  });
  expect((await findReportForm(qian, "P2015-05"))?.returned).toBeNull();
});

test("the reviewer sees each field beside its published value", async () => {
  const first = await handIn("P2015-06", { period: "2016-07", percent: "10", arrivedFunds: "9000" });
  await publishReport(sun, { id: first.id, version: 1, isMoneyPublic: false });
  const { id } = await handIn("P2015-06", { percent: "25", arrivedFunds: "12000" });
  const item = await findReviewItem(sun, id);
  if (!item) throw new Error("no such report");
  const rows = reportDiff(item);
  expect(rows.find(({ field }) => field === "percent")).toMatchObject({
    before: "10%",
    after: "25%",
    delta: "＋15",
  });
  expect(rows.find(({ field }) => field === "arrivedFunds")).toMatchObject({
    before: "9,000 万元",
    after: "1.2 亿元",
    delta: "＋3,000 万元",
    isInternal: true,
  });
});

test("the queue holds what waits, and only reviewers read it", async () => {
  const queue = await getReviewQueue(sun);
  expect(queue.waiting.map(({ code }) => code)).toEqual(["P2015-01", "P2015-06"]);
  expect(queue.published.map(({ code }) => code)).toEqual(["P2015-06", "P2015-13"]);
  await expect(getReviewQueue(zhao)).rejects.toThrow(Forbidden);
  await expect(findReviewItem(zhao, 1)).rejects.toThrow(Forbidden);
  await expect(findReportForm(sun, "P2015-01")).rejects.toThrow(Forbidden);
});

test("what was published last is at the reviewer's hand, however long it had waited", async () => {
  const waited = await handIn("P2015-09", { period: "2016-01" });
  const months = ["02", "03", "04", "05", "06", "07", "08"].map((month) => `2016-${month}`);
  for (const code of ["P2015-09", "P2015-10", "P2015-08"]) {
    for (const month of months) {
      const { id } = await handIn(code, { period: month });
      await publishReport(sun, { id, version: 1, isMoneyPublic: false });
    }
  }
  await publishReport(sun, { id: waited.id, version: 1, isMoneyPublic: false });
  const { published } = await getReviewQueue(sun);
  expect(published.map(({ id }) => id)).toContain(waited.id);
});

test("of two returned reports the form opens the one whose month its author chose", async () => {
  const july = await handIn("P2015-12", { period: "2016-07" });
  const august = await handIn("P2015-12", { period: "2016-08" });
  for (const { id } of [july, august]) {
    await returnReport(sun, { id, version: 1, reason: "请写具体", field: null });
  }
  expect((await findReportForm(zhao, "P2015-12"))?.returned?.id).toBe(july.id);
  const values = typed({ code: "P2015-12", intent: "check", period: "2016-08" });
  expect((await writeReport(zhao, values)).isReady).toBe(true);
  expect((await findReportForm(zhao, "P2015-12"))?.returned?.id).toBe(august.id);
});
