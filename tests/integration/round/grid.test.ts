import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { findDraft } from "@/lib/draft/draft-queries";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport } from "@/lib/progress/review-commands";
import { getPublicProject } from "@/lib/project/project-queries";
import type { KeptValues } from "@/lib/result";
import { checkGrid } from "@/lib/round/grid-check-queries";
import { type HandedIn, handInGrid, requestIdOf, writeGrid } from "@/lib/round/grid-commands";
import { getGrid } from "@/lib/round/grid-queries";
import { closeRound, openRound, reopenRound } from "@/lib/round/round-commands";
import { castOf, viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, reportOf } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

const period = "2016-08-01";
const own = ["P2015-01", "P2015-02", "P2015-03", "P2015-04", "P2015-05"];
const [first = "", second = "", third = "", fourth = "", fifth = ""] = own;

/** Five projects of zhao; the first four have a published report of June. */
beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
  const unit = await db.unit.create({ data: { name: "甲单位" } });
  for (const code of own) {
    const { id: projectId } = await projectRow(code);
    const assigned = { projectId, unitId: unit.id, accountId: zhao.accountId, assignedById: sun.accountId };
    await db.assignment.create({ data: { ...assigned, since: new Date("2016-01-01") } });
  }
  for (const code of own.slice(0, 4)) {
    const { id } = await handIn(zhao, code, { period: "2016-06", percent: "30" });
    await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  }
});

const handIn = (viewer: Viewer, code: string, values: KeptValues = {}) =>
  submitReport(viewer, { code, requestId: randomUUID(), report: reportOf(values), returned: null });

let turn = 0;
const nextTurn = () => {
  turn += 1;
  return String(turn);
};
const write = (values: KeptValues, intent = "save", viewer = zhao) =>
  writeGrid(viewer, { period: "2016-08", scope: "own", intent, formId: "one", turn: nextTurn(), ...values });

async function submit(batchId: string = randomUUID(), viewer = zhao): Promise<HandedIn> {
  const draft = await findDraft(viewer, "grid:2016-08");
  return handInGrid(viewer, { period, scope: "own", batchId, draftVersion: draft?.version ?? 0 });
}

test("the grid begins with one's own projects, each with what was said last", async () => {
  const grid = await getGrid(zhao, period, null);
  expect(grid).toMatchObject({ scope: "own", counts: { own: 5, open: 9 }, draft: null });
  expect(grid.rows.map(({ code }) => code)).toEqual(own);
  expect(grid.rows[0]).toMatchObject({ percent: 30, isVerified: true, last: { period: "2016-06-01" } });
  expect(grid.rows[4]).toMatchObject({ percent: null, isVerified: false, last: null });
  expect(await getGrid(qian, period, null)).toMatchObject({ scope: "open", counts: { own: 0, open: 9 } });
});

test.each(["official", "reviewer", "admin", "security", "auditor"] as const)(
  "the role %s neither opens nor fills in a grid",
  async (role) => {
    const person = await viewerOf(castOf[role]);
    await expect(getGrid(person, period, null)).rejects.toThrow(Forbidden);
    await expect(write({}, "save", person)).rejects.toThrow(Forbidden);
    await expect(submit(randomUUID(), person)).rejects.toThrow(Forbidden);
  },
);

test("其余都无变化 answers the rows that are empty and can have that answer, and keeps the others", async () => {
  const written = await write({ [`${first}-summary`]: "首批机柜进场安装，开始调试。" }, "rest");
  expect(written.values).toMatchObject({
    [`${first}-summary`]: "首批机柜进场安装，开始调试。",
    [`${second}-unchanged`]: "yes",
    [`${fourth}-unchanged`]: "yes",
  });
  expect(written.values).not.toHaveProperty(`${first}-unchanged`);
  expect(written.values).not.toHaveProperty(`${fifth}-unchanged`);
  expect((await findDraft(zhao, "grid:2016-08"))?.input).toEqual(written.values);
});

test("a grid that another window changed is not overwritten unseen", async () => {
  const written = await write({ formId: "two", [`${first}-percent`]: "40" });
  expect(written).toMatchObject({ savedAt: null, draftVersion: 1 });
  expect(written.differences.map(({ field }) => field)).toContain(`${first}-percent`);
});

test("an older saving of a window that arrives late changes nothing", async () => {
  const before = await findDraft(zhao, "grid:2016-08");
  await write({ turn: "0", [`${first}-summary`]: "早先写的。" });
  expect((await findDraft(zhao, "grid:2016-08"))?.input).toEqual(before?.input);
});

test("checking says of each row what becomes of it", async () => {
  await write({
    [`${first}-percent`]: "四成",
    [`${first}-summary`]: "首批机柜进场安装，开始调试。",
    [`${second}-unchanged`]: "yes",
    [`${second}-percent`]: "40",
    [`${third}-summary`]: "场地土建施工到三层，设备开始进场。",
    [`${fourth}-unchanged`]: "yes",
    [`${fifth}-unchanged`]: "yes",
  });
  const { ready, refused, unanswered } = await checkGrid(zhao, period, "own");
  expect(ready.map(({ code, report }) => [code, report.isUnchanged])).toEqual([[fourth, true]]);
  expect(refused).toMatchObject([
    { code: first, errors: { [`${first}-percent`]: expect.stringContaining("整数") } },
    { code: second, errors: { [`${second}-percent`]: expect.stringContaining("去掉勾选") } },
    { code: third, errors: { [`${third}-summary`]: expect.stringContaining("请到填报页填") } },
    { code: fifth, errors: { [`${fifth}-unchanged`]: expect.stringContaining("没有可比的上期") } },
  ]);
  expect(unanswered).toEqual([]);
});

test("one submit makes the rows that are ready reports, and the rest stays in the draft", async () => {
  const handedIn = await submit();
  expect(handedIn).toEqual({ codes: [fourth], left: [] });
  expect(await db.progressReport.findFirstOrThrow({ where: { period: new Date(period) } })).toMatchObject({
    isUnchanged: true,
    summary: "本期无变化",
    state: "submitted",
    percent: null,
  });
  const draft = await findDraft(zhao, "grid:2016-08");
  expect(Object.keys(draft?.input ?? {}).filter((name) => name.startsWith(fourth))).toEqual([]);
  expect(draft?.input).toMatchObject({ [`${first}-percent`]: "四成" });
  expect((await getGrid(zhao, period, "own")).counts.own).toBe(4);
});

test("twenty sendings of a grid at the same time make each report once", async () => {
  await discard();
  await write({
    [`${first}-percent`]: "40",
    [`${first}-summary`]: "首批机柜进场安装，开始调试。",
    [`${second}-unchanged`]: "yes",
  });
  const batchId = randomUUID();
  const draftVersion = (await findDraft(zhao, "grid:2016-08"))?.version ?? 0;
  await Promise.all(
    Array.from({ length: 20 }, () => handInGrid(zhao, { period, scope: "own", batchId, draftVersion })),
  );
  for (const code of [first, second]) {
    expect(await db.progressReport.count({ where: { project: { code }, period: new Date(period) } })).toBe(1);
    expect(await db.progressReport.count({ where: { requestId: requestIdOf(batchId, code) } })).toBe(1);
    expect((await auditOf(code)).filter((event) => event === "zhao report.submitted")).toHaveLength(2);
  }
  expect(await findDraft(zhao, "grid:2016-08")).toBeNull();
});

test("what was not looked at is not handed in", async () => {
  await write({ [`${third}-unchanged`]: "yes" });
  const order = { period, scope: "own", batchId: randomUUID(), draftVersion: 9 } as const;
  await expect(handInGrid(zhao, order)).rejects.toThrow("再检查一遍");
});

test("a row that somebody else answered meanwhile is told, and its words stay", async () => {
  await db.assignment.updateMany({
    where: { project: { code: third } },
    data: { accountId: null },
  });
  await handIn(qian, third);
  expect((await checkGrid(zhao, period, "own")).refused).toMatchObject([
    {
      code: third,
      errors: { [`${third}-summary`]: expect.stringMatching(/待审核的填报（编号 \d+，钱专员）/) },
    },
  ]);
  expect(await submit()).toEqual({ codes: [], left: [] });
  expect((await findDraft(zhao, "grid:2016-08"))?.input).toMatchObject({ [`${third}-unchanged`]: "yes" });
});

test("a project with a full report begun is left to its own page, so that its draft is not lost", async () => {
  await discard();
  await db.draft.create({ data: { accountId: zhao.accountId, form: `report:${fifth}`, input: {} } });
  await write({ [`${fifth}-summary`]: "完成选址，正在办理用地手续。" });
  expect((await checkGrid(zhao, period, "own")).refused).toMatchObject([
    { errors: { [`${fifth}-summary`]: expect.stringContaining("填报页里有这个项目的草稿") } },
  ]);
  await submit();
  expect(await db.draft.count({ where: { form: `report:${fifth}` } })).toBe(1);
  await db.draft.deleteMany({ where: { form: `report:${fifth}` } });
});

test("a grid of a closed round hands nothing in", async () => {
  await openRound(sun, { period, dueOn: "2016-09-25", note: null });
  await closeRound(sun, { period, version: 1, closeReason: "已汇总" });
  expect((await checkGrid(zhao, period, "own")).refused).toMatchObject([
    { errors: { [`${fifth}-summary`]: expect.stringMatching(/调度已关闭（已汇总）.*重新开放。$/) } },
  ]);
  await reopenRound(sun, { period, version: 2, reopenReason: "补报" });
  expect(await submit()).toMatchObject({ codes: [fifth] });
});

test("an unchanged month is published as that, and leaves the last values as they were", async () => {
  const report = await db.progressReport.findFirstOrThrow({
    where: { project: { code: fourth }, isUnchanged: true },
  });
  await publishReport(sun, { id: report.id, version: 1, isMoneyPublic: false });
  expect(await projectRow(fourth)).toMatchObject({ percent: 30 });
  const shown = await getPublicProject(fourth, "2016-09-20");
  expect(shown?.reports[0]).toMatchObject({ period, summary: "本期无变化", percent: null, readings: [] });
});

test("the database refuses that an unchanged report says anything else", async () => {
  const { id } = await db.progressReport.findFirstOrThrow({
    where: { isUnchanged: true, state: "submitted" },
  });
  await expect(db.progressReport.update({ where: { id }, data: { percent: 40 } })).rejects.toThrow(
    /unchanged_says_nothing_else/,
  );
  const commitment = await db.commitment.findFirstOrThrow();
  await expect(
    db.commitmentReading.create({ data: { reportId: id, commitmentId: commitment.id, value: 1 } }),
  ).rejects.toThrow(/nothing changed/);
});

test("forty unchanged projects are one answer, one check and one submit", async () => {
  const codes = await addProjects(40);
  const opened = await getGrid(qian, period, "own");
  expect(opened.rows).toHaveLength(40);
  await writeGrid(qian, { period: "2016-08", scope: "own", intent: "rest", formId: "forty" });
  const { ready, draftVersion } = await checkGrid(qian, period, "own");
  expect(ready).toHaveLength(40);
  const order = { period, scope: "own", batchId: randomUUID(), draftVersion: draftVersion ?? 0 } as const;
  expect((await handInGrid(qian, order)).codes).toEqual(codes);
});

const discard = () => db.draft.deleteMany({ where: { form: "grid:2016-08" } });

/** Projects of qian, each verified. */
async function addProjects(count: number): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, index) => `P2016-${String(index + 1).padStart(2, "0")}`);
  const { id: _id, code: _code, ...model } = await projectRow(own[0] ?? "");
  const unit = await db.unit.create({ data: { name: "乙单位" } });
  for (const code of codes) {
    const { id: projectId } = await db.project.create({
      data: { ...model, code, name: code, shortName: code },
    });
    const assigned = { projectId, unitId: unit.id, accountId: qian.accountId, assignedById: sun.accountId };
    await db.assignment.create({ data: { ...assigned, since: new Date("2016-01-01") } });
  }
  return codes;
}
