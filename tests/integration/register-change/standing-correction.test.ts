import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport, withdrawReport } from "@/lib/progress/review-commands";
import { standingForm } from "@/lib/project/standing-form-rules";
import { findRecordedStanding } from "@/lib/project/standing-register-queries";
import type { StandingContent } from "@/lib/project/standing-schema";
import { type ChangeSubmission, submitChange } from "@/lib/register-change/register-change-commands";
import { publishChange, withdrawChange } from "@/lib/register-change/register-review-commands";
import type { KeptValues } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { openDesk, projectRow, reportOf } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
});

async function publishedReport(code: string, values: KeptValues): Promise<number> {
  const report = reportOf(values);
  const { id } = await submitReport(zhao, { code, requestId: randomUUID(), report, returned: null });
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  return id;
}

const started = { newStage: "under_construction", stageOn: "2016-07-05", stageEvidence: "开工令" };
const paused = { newCondition: "paused", conditionReason: "等待用地批复", conditionReviewOn: "2016-12-01" };

async function correction(code: string, change: Partial<StandingContent>): Promise<ChangeSubmission> {
  const standing = await findRecordedStanding(db, { key: code });
  if (!standing) throw new Error(`no project ${code}`);
  return {
    subject: "standing",
    kind: "correction",
    key: code,
    baseVersion: standing.version,
    content: { ...standing.content, ...change },
    reason: "核对原件，记录有误",
    evidence: { kind: "document", text: "开工令原件", on: "2016-09-01" },
    requestId: randomUUID(),
    returned: null,
    form: `standing:${code}`,
  };
}

const correct = async (code: string, change: Partial<StandingContent>) =>
  submitChange(zhao, await correction(code, change));

test("a wrongly recorded stage goes back once somebody else agreed, and comes back with the correction", async () => {
  const report = await publishedReport("P2015-01", started);
  const { id } = await correct("P2015-01", { startedOn: null, startedEvidence: null });
  expect((await projectRow("P2015-01")).stage).toBe("under_construction");
  await publishChange(sun, { id, version: 1 });
  expect((await projectRow("P2015-01")).stage).toBe("signed");
  await withdrawChange(sun, { id, version: 2, reason: "开工令找到了" });
  expect(await projectRow("P2015-01")).toMatchObject({
    stage: "under_construction",
    stageTo: new Date("2016-07-05"),
  });
  await withdrawReport(sun, { id: report, version: 2, reason: "填错项目" });
  expect((await projectRow("P2015-01")).stage).toBe("signed");
});

test("a date is corrected: the project counts from the right day", async () => {
  await publishedReport("P2015-02", started);
  const right = { from: "2016-08-15", to: "2016-08-15", precision: "day" as const };
  const { id } = await correct("P2015-02", { startedOn: right });
  await publishChange(sun, { id, version: 1 });
  expect((await projectRow("P2015-02")).stageTo).toEqual(new Date("2016-08-15"));
});

test("a termination that was recorded by mistake is struck out", async () => {
  await publishedReport("P2015-03", { period: "2016-07", ...paused });
  await publishedReport("P2015-03", { newCondition: "terminated", conditionReason: "企业撤资" });
  expect((await projectRow("P2015-03")).condition).toBe("terminated");
  const standing = await findRecordedStanding(db, { key: "P2015-03" });
  const conditions = standing?.content.conditions.filter(({ condition }) => condition !== "terminated") ?? [];
  const { id } = await correct("P2015-03", { conditions });
  await publishChange(sun, { id, version: 1 });
  expect((await projectRow("P2015-03")).condition).toBe("paused");
});

test("dates keep their order, later stages their evidence, and conditions are not made up", async () => {
  const on = (day: string) => ({ from: day, to: day, precision: "day" as const });
  await expect(correct("P2015-04", { startedOn: on("2016-01-01"), startedEvidence: null })).rejects.toThrow(
    "请写开工的依据",
  );
  await expect(
    correct("P2015-04", { startedOn: on("2016-10-01"), startedEvidence: "开工令" }),
  ).rejects.toThrow("不能晚于今天");
  await expect(
    correct("P2015-04", {
      signedOn: on("2016-05-01"),
      startedOn: on("2016-01-01"),
      startedEvidence: "开工令",
    }),
  ).rejects.toThrow("开工日期早于签约日期");
  await expect(correct("P2015-04", { signedOn: null })).rejects.toThrow("都有签约日期");
  const stranger = { condition: "terminated" as const, on: on("2016-01-01"), reason: "没有", reviewOn: null };
  await expect(correct("P2015-04", { conditions: [stranger] })).rejects.toThrow("刷新后再选");
});

test("the record of a standing is corrected, never changed", async () => {
  const changed = { ...(await correction("P2015-06", { startedEvidence: null })), kind: "change" as const };
  await expect(submitChange(zhao, changed)).rejects.toThrow("只能更正");
});

test("nobody corrects what another has changed meanwhile, unseen", async () => {
  const late = await correction("P2015-05", {
    signedOn: { from: null, to: "2015-08-07", precision: "not_after" },
  });
  await publishedReport("P2015-05", started);
  await expect(submitChange(zhao, late)).rejects.toThrow("刚刚被别人改过");
});

test("what the form shows reads back as the same record", async () => {
  const standing = await findRecordedStanding(db, { key: "P2015-03" });
  if (!standing) throw new Error("no project");
  expect(standingForm.read(standingForm.values(standing.content))).toEqual({ content: standing.content });
});

test("what a report said does not come back with a correction that is withdrawn after the report was", async () => {
  const stage = await publishedReport("P2015-07", started);
  const pause = await publishedReport("P2015-08", { period: "2016-07", ...paused });
  const undone = await correct("P2015-07", { startedOn: null, startedEvidence: null });
  const resumed = await correct("P2015-08", { conditions: [] });
  for (const { id } of [undone, resumed]) await publishChange(sun, { id, version: 1 });
  for (const id of [stage, pause]) await withdrawReport(sun, { id, version: 2, reason: "填错项目" });
  for (const { id } of [undone, resumed]) await withdrawChange(sun, { id, version: 2, reason: "整件有误" });
  expect((await projectRow("P2015-07")).stage).toBe("signed");
  expect((await projectRow("P2015-08")).condition).toBeNull();
});

test("a start that the register brought is not withdrawn while operation rests on it", async () => {
  const july = { from: "2016-07-05", to: "2016-07-05", precision: "day" as const };
  const operating = { newStage: "operating", stageOn: "2016-08-20", stageEvidence: "投产验收单" };
  const brought = await correct("P2015-09", { startedOn: july, startedEvidence: "开工令" });
  await publishChange(sun, { id: brought.id, version: 1 });
  const rests = await publishedReport("P2015-09", operating);
  const undo = { id: brought.id, version: 2, reason: "整件有误" };
  await expect(withdrawChange(sun, undo)).rejects.toThrow(`填报编号 ${rests}`);
  expect((await findRecordedStanding(db, { key: "P2015-09" }))?.content.startedOn).toEqual(july);
  await withdrawReport(sun, { id: rests, version: 2, reason: "填错项目" });
  await withdrawChange(sun, undo);
  expect((await projectRow("P2015-09")).stage).toBe("signed");

  await publishedReport("P2015-10", { period: "2016-07", ...started });
  const moved = await correct("P2015-10", { startedOn: { ...july, from: "2016-07-01", to: "2016-07-01" } });
  await publishChange(sun, { id: moved.id, version: 1 });
  await publishedReport("P2015-10", operating);
  await withdrawChange(sun, { id: moved.id, version: 2, reason: "日期原来没错" });
  expect((await findRecordedStanding(db, { key: "P2015-10" }))?.content.startedOn).toEqual(july);
});

test("a report whose stage the register has corrected may be withdrawn though operation rests on the corrected one", async () => {
  const old = await publishedReport("P2015-11", { period: "2016-07", ...started });
  const june = { from: "2016-06-01", to: "2016-06-01", precision: "day" as const };
  const { id } = await correct("P2015-11", { startedOn: june });
  await publishChange(sun, { id, version: 1 });
  await publishedReport("P2015-11", {
    newStage: "operating",
    stageOn: "2016-08-20",
    stageEvidence: "投产验收单",
  });
  await withdrawReport(sun, { id: old, version: 2, reason: "另有错误" });
  expect((await projectRow("P2015-11")).stage).toBe("operating");
  await expect(withdrawChange(sun, { id, version: 2, reason: "整件有误" })).rejects.toThrow("投产运营");
});
