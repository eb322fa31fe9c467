import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { getInternalDashboard } from "@/lib/kpi/internal-queries";
import { readStats } from "@/lib/kpi/kpi-queries";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport } from "@/lib/progress/review-commands";
import { getStaffTasks } from "@/lib/progress/task-queries";
import { listPublicProjects } from "@/lib/project/project-list-queries";
import { getPublicProject } from "@/lib/project/project-queries";
import { defaultProjectQuery } from "@/lib/project/project-query";
import type { KeptValues } from "@/lib/result";
import { submitStatusCheck } from "@/lib/status-check/status-check-commands";
import { readCheck } from "@/lib/status-check/status-check-schema";
import { viewerOf } from "../../support/cast";
import { openDesk, projectRow, reportOf, testDay } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
});

const handIn = (code: string, values: KeptValues = {}) =>
  submitReport(zhao, { code, requestId: randomUUID(), report: reportOf(values), returned: null });

async function published(code: string, values: KeptValues) {
  const { id } = await handIn(code, values);
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
}

const refusedAt = async (attempt: Promise<unknown>) => {
  const refusal = await attempt.then(
    () => null,
    (error) => error,
  );
  return Object.keys(refusal?.fieldErrors ?? {});
};

const pause = { newCondition: "paused", conditionReason: "等待用地", conditionReviewOn: "2016-12-20" };

describe("a pause", () => {
  it("needs a reason and a later day on which it is looked at again", async () => {
    expect(await refusedAt(handIn("P2015-01", { newCondition: "paused" }))).toEqual([
      "conditionReason",
      "conditionReviewOn",
    ]);
    expect(await refusedAt(handIn("P2015-01", { ...pause, conditionReviewOn: testDay }))).toEqual([
      "conditionReviewOn",
    ]);
  });

  it("is shown, keeps its deadlines from being judged, and ends with a reason", async () => {
    await published("P2015-01", { ...pause, period: "2016-06" });
    expect(await projectRow("P2015-01")).toMatchObject({ condition: "paused" });
    const { lights } = await getInternalDashboard(sun, testDay);
    expect(lights.paused.projects.map(({ code }) => code)).toEqual(["P2015-01"]);
    const resumed = { newCondition: "active", period: "2016-07" };
    expect(await refusedAt(handIn("P2015-01", resumed))).toEqual(["conditionReason"]);
    await published("P2015-01", { ...resumed, conditionReason: "用地已落实" });
    expect(await projectRow("P2015-01")).toMatchObject({ condition: "active", conditionReviewOn: null });
  });

  it("does not begin while it lasts", async () => {
    await published("P2015-02", { ...pause, period: "2016-06" });
    expect(await refusedAt(handIn("P2015-02", pause))).toEqual(["newCondition"]);
  });
});

describe("a project that was terminated", () => {
  const ending = { newCondition: "terminated", conditionReason: "双方解除协议", period: "2016-03" };

  it("was ended with a reason", async () => {
    expect(await refusedAt(handIn("P2015-03", { ...ending, conditionReason: "" }))).toEqual([
      "conditionReason",
    ]);
  });

  it("takes no report, no stage and no other answer than that it ended", async () => {
    await published("P2015-03", ending);
    expect(await refusedAt(handIn("P2015-03"))).toEqual(["period"]);
    const stage = { newStage: "under_construction", stageOn: "2016-08", stageEvidence: "开工令" };
    expect(await refusedAt(handIn("P2015-03", stage))).toEqual(["period"]);
    const check = readCheck({
      answer: "operating",
      on: "2016-08",
      evidenceKind: "phone_call",
      evidence: "电话",
    });
    if ("errors" in check) throw new Error(JSON.stringify(check.errors));
    const answer = { code: "P2015-03", requestId: randomUUID(), returned: null, check: check.check };
    await expect(submitStatusCheck(zhao, answer)).rejects.toThrow("已终止");
  });

  it("of what waited for its review takes no stage and no later month, but the months before", async () => {
    const stage = {
      newStage: "under_construction",
      stageOn: "2016-02",
      stageEvidence: "开工令",
      period: "2016-02",
    };
    const { id } = await handIn("P2015-04", stage);
    const before = await handIn("P2015-04", { period: "2016-01" });
    const after = await handIn("P2015-04", { period: "2016-05" });
    await published("P2015-04", ending);
    const publish = (report: { id: number }) =>
      publishReport(sun, { id: report.id, version: 1, isMoneyPublic: false });
    await expect(publish({ id })).rejects.toThrow("已终止");
    await expect(publish(after)).rejects.toThrow("项目已在 2016-03-31 终止，之后的月份不再有填报");
    await expect(publish(before)).resolves.toEqual({ code: "P2015-04" });
  });

  it("is not due in any round, however long it is silent", async () => {
    const { due } = await getStaffTasks(zhao, ["2016-08-01"]);
    expect(due.map(({ code }) => code)).not.toContain("P2015-03");
    expect(due.map(({ code }) => code)).toContain("P2015-05");
  });

  it("is neither 断报 nor 待核实 nor 跟踪中, and stays in every denominator", async () => {
    // Half a year after the last record of anything.
    const later = "2017-04-01";
    const stats = await readStats({ day: later });
    expect(stats.total).toBe(14);
    expect(stats.conditions.terminated).toBe(2);
    expect(stats.tracking).toEqual({ unverified: 10, lapsed: 2, tracked: 0 });
    const { lights, silent, lapsed } = await getInternalDashboard(sun, later);
    expect(lights.terminated.projects.map(({ code }) => code)).toEqual(["P2015-03", "P2015-04"]);
    expect(lapsed.map(({ code }) => code)).toEqual(["P2015-01", "P2015-02"]);
    expect(silent).toEqual([expect.objectContaining({ projects: 2 })]);
    const item = (await listPublicProjects(defaultProjectQuery, later)).items.find(
      ({ code }) => code === "P2015-03",
    );
    expect(item).toMatchObject({ condition: "terminated", tracking: null });
    expect(await getPublicProject("P2015-03", later)).toMatchObject({ tracking: null });
  });

  it("cannot be recorded as paused or ended without reason in the database either", async () => {
    const project = await projectRow("P2015-05");
    const event = { projectId: project.id, recordedAt: new Date(testDay), effectiveTo: new Date(testDay) };
    const range = { effectiveFrom: new Date(testDay), effectivePrecision: "day" as const };
    for (const condition of ["paused", "terminated"] as const) {
      await expect(db.conditionEvent.create({ data: { ...event, ...range, condition } })).rejects.toThrow();
    }
  });
});
