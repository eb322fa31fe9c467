import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport, returnReport } from "@/lib/progress/review-commands";
import { type KeptValues, SeparationRefused } from "@/lib/result";
import { publishReports } from "@/lib/round/bulk-commands";
import { listBulkItems } from "@/lib/round/bulk-queries";
import { castOf, viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, reportOf } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;
let li: Viewer;
const ids = new Map<string, number>();
const idOf = (code: string) => ids.get(code) ?? 0;

const start = { newStage: "under_construction", stageOn: "2016-03", stageEvidence: "开工令 2016-03-15" };
const waiting: Record<string, KeptValues> = {
  "P2015-01": { percent: "30", arrivedFunds: "9000" },
  "P2015-02": { percent: "40", arrivedFunds: "9000" },
  "P2015-03": start,
  "P2015-04": { newCondition: "active" },
  "P2015-05": { "reading-1": "500" },
  "P2015-06": {},
  "P2015-07": { summary: "场地土建施工到三层，设备开始进场。", note: "是园区的配套道路" },
};

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
  li = await viewerOf("li");
  const { id } = await handIn("P2015-05", { period: "2016-07", "reading-1": "800" });
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  for (const [code, values] of Object.entries(waiting)) ids.set(code, (await handIn(code, values)).id);
  await handIn("P2015-08", { period: "2016-07" });
});

const handIn = (code: string, values: KeptValues = {}) =>
  submitReport(zhao, { code, requestId: randomUUID(), report: reportOf(values), returned: null });
const ticked = (code: string, version = 1, isMoneyPublic = false) => ({
  id: idOf(code),
  version,
  isMoneyPublic,
});

test("the list says in short what each report of the month changes, and which are looked at alone", async () => {
  const items = await listBulkItems(sun, "2016-08-01");
  expect(items.map(({ code, obstacle }) => [code, obstacle])).toEqual([
    ["P2015-01", null],
    ["P2015-02", null],
    ["P2015-03", "阶段有变化"],
    ["P2015-04", "状况有变化"],
    ["P2015-05", "数字比上期少"],
    ["P2015-06", null],
    ["P2015-07", "正文写到施工，阶段仍是签约"],
  ]);
  expect(items[0]).toMatchObject({ hasMoney: true, author: "赵专员" });
  expect(items[0]?.changes.map(({ field }) => field)).toEqual(["percent", "arrivedFunds", "summary"]);
});

test.each(["official", "staff", "admin", "security", "auditor"] as const)(
  "the role %s publishes nothing, one by one or together",
  async (role) => {
    const person = await viewerOf(castOf[role]);
    await expect(listBulkItems(person, "2016-08-01")).rejects.toThrow(Forbidden);
    await expect(publishReports(person, [ticked("P2015-06")])).rejects.toThrow(Forbidden);
  },
);

test("one's own work is refused, as an attempt to be recorded", async () => {
  const promoted = { ...zhao, role: "reviewer" as const };
  expect((await listBulkItems(promoted, "2016-08-01"))[0]?.obstacle).toContain("另一位审核员");
  const { outcomes, refusals } = await publishReports(promoted, [ticked("P2015-06")]);
  expect(outcomes).toMatchObject([{ isPublished: false, message: expect.stringContaining("两个人") }]);
  expect(refusals).toEqual([expect.any(SeparationRefused)]);
});

test("each is published by itself, and each outcome is told", async () => {
  await returnReport(sun, { id: idOf("P2015-06"), version: 1, reason: "请补", field: null });
  const { outcomes, refusals } = await publishReports(li, [
    ticked("P2015-01", 1, true),
    ticked("P2015-02"),
    ticked("P2015-06"),
    ticked("P2015-03"),
    { id: 99_999, version: 1, isMoneyPublic: false },
  ]);
  expect(outcomes.map(({ code, isPublished }) => [code, isPublished])).toEqual([
    ["P2015-01", true],
    ["P2015-02", true],
    ["P2015-06", false],
    ["P2015-03", false],
    ["", false],
  ]);
  expect(outcomes[2]?.message).toContain("状态已经变了");
  expect(outcomes[3]?.message).toBe("阶段有变化，请到审核页逐份看。");
  expect(refusals).toHaveLength(3);
  expect(await auditOf("P2015-01")).toEqual(["zhao report.submitted", "li report.published"]);
});

test("money becomes public only where its own box was ticked", async () => {
  expect(await projectRow("P2015-01")).toMatchObject({ publicArrivedFunds: 90_000_000n });
  expect(await projectRow("P2015-02")).toMatchObject({ arrivedFunds: 90_000_000n, publicArrivedFunds: null });
});

test("the same form, sent again, says the same and publishes nothing twice", async () => {
  const { outcomes } = await publishReports(li, [ticked("P2015-01", 1, true), ticked("P2015-02")]);
  expect(outcomes.map(({ isPublished }) => isPublished)).toEqual([true, true]);
  expect(await auditOf("P2015-01")).toHaveLength(2);
  const [other] = (await publishReports(sun, [ticked("P2015-01")])).outcomes;
  expect(other).toMatchObject({ isPublished: false, message: expect.stringContaining("已由李审核处理") });
});

test("a report that was handed in anew is not published as it was ticked", async () => {
  const report = reportOf({ percent: "50" });
  const returned = { id: idOf("P2015-06"), version: 2 };
  await submitReport(zhao, { code: "P2015-06", requestId: randomUUID(), report, returned });
  const { outcomes } = await publishReports(li, [ticked("P2015-06", 1)]);
  expect(outcomes).toMatchObject([{ isPublished: false, message: expect.stringContaining("看过新内容") }]);
  expect(await db.progressReport.findUniqueOrThrow({ where: { id: idOf("P2015-06") } })).toMatchObject({
    state: "submitted",
  });
});

test("nothing ticked is nothing to publish", async () => {
  await expect(publishReports(li, [])).rejects.toThrow("至少选一份");
});
