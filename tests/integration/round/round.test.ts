import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport, returnReport } from "@/lib/progress/review-commands";
import { listActiveRounds, listStoredRounds } from "@/lib/progress/round-queries";
import type { KeptValues } from "@/lib/result";
import { reminderText } from "@/lib/round/reminder-sentence";
import { getRoundBoard } from "@/lib/round/round-board-queries";
import { closeRound, moveRoundDeadline, openRound, reopenRound } from "@/lib/round/round-commands";
import { listRounds } from "@/lib/round/round-list-queries";
import { castOf, viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, reportOf, testDay } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;
let li: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
  li = await viewerOf("li");
});

const august = "2016-08-01";
const july = "2016-07-01";
const handIn = (viewer: Viewer, code: string, values: KeptValues = {}) =>
  submitReport(viewer, { code, requestId: randomUUID(), report: reportOf(values), returned: null });
const open = (viewer: Viewer, period: string, dueOn = "2016-09-25", note: string | null = null) =>
  openRound(viewer, { period, dueOn, note });

test("before anybody opens a round the rule of the 10th holds, and nothing is refused", async () => {
  expect(await listActiveRounds(zhao, testDay)).toEqual([{ period: "2016-09-01", dueOn: "2016-10-10" }]);
  await expect(handIn(zhao, "P2015-01", { period: "2016-06" })).resolves.toMatchObject({ code: "P2015-01" });
});

test("a reviewer opens the round of a month with a deadline; sent twice, it is opened once", async () => {
  await Promise.all(Array.from({ length: 5 }, () => open(sun, august, "2016-09-25", "写清供电问题")));
  expect(await listStoredRounds(zhao)).toMatchObject([
    { period: august, dueOn: "2016-09-25", note: "写清供电问题", closedOn: null },
  ]);
  expect(await db.roundEvent.count()).toBe(1);
  expect(await auditOf("2016-08")).toEqual(["sun round.opened"]);
});

test("another opening of the same month is refused and says whose the first is", async () => {
  await expect(open(li, august, "2016-09-30")).rejects.toThrow("已由孙审核开启，截止 2016-09-25");
});

test.each<[string, string, string]>([
  ["2016-08-01", "2016-09-19", "不能早于今天"],
  ["2015-08-01", "2016-09-30", "月份只能选"],
  ["2016-11-01", "2016-12-30", "月份只能选"],
  ["2016-10-01", "2016-09-25", "还没开始"],
])("a round of %s due on %s is refused", async (period, dueOn, message) => {
  await expect(open(sun, period, dueOn)).rejects.toThrow(message);
});

test.each(["official", "staff", "admin", "security", "auditor"] as const)(
  "the role %s neither opens nor closes a round, nor reads who is silent",
  async (role) => {
    const person = await viewerOf(castOf[role]);
    await expect(open(person, july)).rejects.toThrow(Forbidden);
    await expect(closeRound(person, { period: august, version: 1, closeReason: "到期" })).rejects.toThrow(
      Forbidden,
    );
    await expect(getRoundBoard(person, august)).rejects.toThrow(Forbidden);
  },
);

test("a deadline moves with a reason, and the old one stays on record", async () => {
  const moved = { period: august, dueOn: "2016-09-28", moveReason: "遇节假日顺延" };
  await expect(moveRoundDeadline(sun, { ...moved, version: 9 })).rejects.toThrow("刚刚被改过");
  await moveRoundDeadline(sun, { ...moved, version: 1 });
  expect((await getRoundBoard(li, august)).events).toEqual([
    {
      step: "due_moved",
      reason: "遇节假日顺延",
      oldDueOn: "2016-09-25",
      newDueOn: "2016-09-28",
      by: "孙审核",
      on: testDay,
    },
    { step: "opened", reason: null, oldDueOn: null, newDueOn: null, by: "孙审核", on: testDay },
  ]);
});

test("a closed round takes no new report and says why; what was returned is still handed in again", async () => {
  await open(sun, july);
  const { id } = await handIn(zhao, "P2015-02", { period: "2016-07" });
  await returnReport(sun, { id, version: 1, reason: "请补进度", field: "percent" });
  await closeRound(sun, { period: july, version: 1, closeReason: "已汇总上报" });
  await expect(handIn(zhao, "P2015-03", { period: "2016-07" })).rejects.toThrow(
    "2016 年 7 月调度已关闭（已汇总上报），不再收新的填报",
  );
  const report = reportOf({ period: "2016-07", percent: "10" });
  const again = { code: "P2015-02", requestId: randomUUID(), report, returned: { id, version: 2 } };
  await expect(submitReport(zhao, again)).resolves.toMatchObject({ id });
});

test("what was published in a closed round is still corrected", async () => {
  const [published] = await db.progressReport.findMany({ where: { period: new Date("2016-07-01") } });
  if (!published) throw new Error("no report of July");
  const waiting = { id: published.id, version: published.version, isMoneyPublic: false };
  await publishReport(sun, waiting);
  const report = reportOf({ period: "2016-07", percent: "20", correctionReason: "进度写错了" });
  const correction = { code: "P2015-02", requestId: randomUUID(), report, returned: null };
  await expect(submitReport(zhao, { ...correction, corrects: published.id })).resolves.toMatchObject({
    code: "P2015-02",
  });
});

test("a closed round is reopened with a reason, and then takes what is late", async () => {
  await expect(reopenRound(sun, { period: july, version: 1, reopenReason: "补报" })).rejects.toThrow(
    "刚刚被改过",
  );
  await reopenRound(li, { period: july, version: 2, reopenReason: "补报三个项目" });
  await expect(handIn(zhao, "P2015-03", { period: "2016-07" })).resolves.toMatchObject({ code: "P2015-03" });
  expect(await auditOf("2016-07")).toEqual(["sun round.opened", "sun round.closed", "li round.reopened"]);
  await expect(reopenRound(li, { period: july, version: 3, reopenReason: "再开" })).rejects.toThrow(
    "已经是开放的",
  );
});

test("of a closing and many submissions at once none slips in after the closing", async () => {
  const { version } = await db.round.findFirstOrThrow({ where: { period: new Date(july) } });
  const codes = ["P2015-04", "P2015-05", "P2015-06", "P2015-07"];
  const [closing, ...sent] = await Promise.allSettled([
    closeRound(sun, { period: july, version, closeReason: "到期" }),
    ...codes.map((code) => handIn(qian, code, { period: "2016-07" })),
  ]);
  expect(closing?.status).toBe("fulfilled");
  const refused = sent.filter(({ status }) => status === "rejected");
  for (const refusal of refused)
    expect(String((refusal as PromiseRejectedResult).reason)).toContain("已关闭");
  const handedIn = await db.progressReport.count({
    where: { period: new Date(july), authorId: qian.accountId },
  });
  expect(handedIn).toBe(codes.length - refused.length);
});

test("the database itself refuses a report of a closed round, and a closing without a reason", async () => {
  const { id: projectId } = await projectRow("P2015-08");
  const report = { projectId, authorId: zhao.accountId, summary: "直接写入", requestId: randomUUID() };
  await expect(db.progressReport.create({ data: { ...report, period: new Date(july) } })).rejects.toThrow(
    /is closed/,
  );
  await expect(
    db.$executeRaw`update rounds set close_reason = null where period = ${july}::date`,
  ).rejects.toThrow(/closing_has_reason/);
  await expect(db.$executeRaw`delete from rounds`).rejects.toThrow(/close it instead/);
  await expect(db.$executeRaw`update round_events set reason = 'x'`).rejects.toThrow(/append-only/);
});

test("the board says who is silent, per unit and person, and leaves out what is terminated", async () => {
  await assignTo(qian, ["P2015-09", "P2015-10"]);
  await terminate("P2015-13");
  const before = await getRoundBoard(sun, august);
  expect(before.counts).toEqual({ owed: 13, submitted: 0, published: 0, returned: 0, silent: 13 });

  const { id } = await handIn(qian, "P2015-09");
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  await handIn(zhao, "P2015-11");
  const { id: returned } = await handIn(zhao, "P2015-12");
  await returnReport(sun, { id: returned, version: 1, reason: "请补", field: null });

  const board = await getRoundBoard(sun, august);
  expect(board.counts).toEqual({ owed: 13, submitted: 1, published: 1, returned: 1, silent: 10 });
  expect(board.groups.find(({ person }) => person === "钱专员")).toMatchObject({
    unit: "甲单位",
    owed: 2,
    published: 1,
    silent: 1,
    silentProjects: [expect.any(String)],
  });
  expect(board.groups.flatMap(({ silentProjects }) => silentProjects)).toHaveLength(10);
  expect(board.reports.map(({ code, state }) => [code, state])).toEqual([
    ["P2015-11", "submitted"],
    ["P2015-12", "returned"],
    ["P2015-09", "published"],
  ]);
});

test("a month before a project was signed is not owed", async () => {
  expect((await getRoundBoard(sun, "2015-07-01")).counts).toMatchObject({ owed: 1 });
});

test("the reminder names units and persons, what is silent and what was returned", async () => {
  const board = await getRoundBoard(sun, august);
  const text = reminderText({ ...board, period: august, dueOn: "2016-09-28" });
  expect(text).toContain("2016-09-28 截止，还有 8 天。");
  expect(text).toContain("应报 13 个项目：已报 2 个，退回待改 1 个，未报 10 个。");
  expect(text).toMatch(/甲单位 钱专员：未报 1 个（[^（]+）。/);
  expect(text).toMatch(/责任单位未指定：未报 9 个（.+）；退回待改 1 个（.+）。/);
});

test("the list counts for staff only what they may work on", async () => {
  const [forZhao] = (await listRounds(zhao, testDay)).filter(({ period }) => period === august);
  const [forSun] = (await listRounds(sun, testDay)).filter(({ period }) => period === august);
  expect(forSun?.counts.owed).toBe(13);
  expect(forZhao?.counts.owed).toBe(11);
  expect((await listRounds(zhao, testDay))[0]).toMatchObject({ period: "2016-09-01", isByRule: true });
});

async function assignTo(person: Viewer, codes: readonly string[]) {
  const unit = await db.unit.create({ data: { name: "甲单位" } });
  for (const code of codes) {
    const { id: projectId } = await projectRow(code);
    const assigned = { projectId, unitId: unit.id, accountId: person.accountId, assignedById: sun.accountId };
    await db.assignment.create({ data: { ...assigned, since: new Date("2016-01-01") } });
  }
}

async function terminate(code: string) {
  const { id: projectId } = await projectRow(code);
  const day = new Date("2016-05-01");
  await db.conditionEvent.create({
    data: {
      projectId,
      condition: "terminated",
      reason: "双方解约",
      effectiveFrom: day,
      effectiveTo: day,
      effectivePrecision: "day",
      recordedAt: day,
    },
  });
}
