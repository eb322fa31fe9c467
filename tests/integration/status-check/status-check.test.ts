import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport } from "@/lib/progress/review-commands";
import type { KeptValues } from "@/lib/result";
import {
  publishStatusCheck,
  returnStatusCheck,
  withdrawStatusCheck,
} from "@/lib/status-check/review-commands";
import { submitStatusCheck } from "@/lib/status-check/status-check-commands";
import { readCheck } from "@/lib/status-check/status-check-schema";
import { viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, reportOf } from "../../support/staff-desk";

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

function checkOf(values: KeptValues) {
  const typed = {
    answer: "unclear",
    on: "2016-09-01",
    evidenceKind: "site_visit",
    evidence: "现场查看，9 月 1 日",
  };
  const read = readCheck({ ...typed, ...values });
  if ("errors" in read) throw new Error(JSON.stringify(read.errors));
  return read.check;
}

const handIn = (viewer: Viewer, code: string, values: KeptValues = {}, requestId: string = randomUUID()) =>
  submitStatusCheck(viewer, { code, requestId, check: checkOf(values), returned: null });

async function published(code: string, values: KeptValues, assignsUnit = false) {
  const { id } = await handIn(zhao, code, values);
  await publishStatusCheck(sun, { id, version: 1, assignsUnit });
  return id;
}

const day = (text: string) => new Date(`${text}T00:00:00Z`);

test("operating takes the project there at once, the evidence being the reason", async () => {
  await published("P2015-01", { answer: "operating", on: "2016年8月" });
  expect(await projectRow("P2015-01")).toMatchObject({
    stage: "operating",
    stageTo: day("2016-08-31"),
    condition: null,
    reportedOn: day("2016-09-20"),
  });
  expect(
    await db.stageEvent.findFirst({ where: { statusCheckId: { not: null } }, include: { citations: true } }),
  ).toMatchObject({
    evidence: "现场查看，9 月 1 日",
    citations: [{ field: "stage" }],
  });
});

test("under construction is a stage event", async () => {
  await published("P2015-02", { answer: "under_construction", on: "2016-03" });
  expect(await projectRow("P2015-02")).toMatchObject({ stage: "under_construction", condition: null });
});

test.each([
  { answer: "not_started", code: "P2015-04", isVerified: true },
  { answer: "unclear", code: "P2015-03", isVerified: false },
])("$answer changes no stage and counts as a record", async ({ answer, code, isVerified }) => {
  const before = await projectRow(code);
  const id = await published(code, { answer });
  expect(await projectRow(code)).toEqual({ ...before, isVerified, reportedOn: day("2016-09-20") });
  expect(await db.stageEvent.count({ where: { statusCheckId: id } })).toBe(0);
});

test("terminated ends the project with its reason, and only a correction brings it back", async () => {
  await published("P2015-05", { answer: "terminated", on: "2016-05", reason: "双方解约" });
  expect(await projectRow("P2015-05")).toMatchObject({ condition: "terminated", stage: "signed" });
  await expect(handIn(zhao, "P2015-05", { answer: "under_construction" })).rejects.toThrow("更正");
});

test("terminated without a reason is refused", async () => {
  await expect(handIn(zhao, "P2015-06", { answer: "terminated" })).rejects.toMatchObject({
    fieldErrors: { reason: "请写明终止的原因。" },
  });
});

test.each(["not_started", "under_construction"])(
  "an operating project is not %s again without a correction",
  async (answer) => {
    await expect(handIn(zhao, "P2014-01", { answer })).rejects.toThrow("记录有误请用“更正”");
  },
);

test("a date in the future is refused", async () => {
  await expect(handIn(zhao, "P2015-06", { on: "2016 年下半年" })).rejects.toMatchObject({
    fieldErrors: { on: expect.any(String) },
  });
});

test("officials do not check; staff do not review; nobody reviews their own", async () => {
  const official = await viewerOf("lin");
  await expect(handIn(official, "P2015-06")).rejects.toThrow(Forbidden);
  const { id } = await handIn(sun, "P2015-06");
  await expect(publishStatusCheck(zhao, { id, version: 1, assignsUnit: false })).rejects.toThrow(Forbidden);
  await expect(publishStatusCheck(sun, { id, version: 1, assignsUnit: false })).rejects.toThrow(
    "必须是两个人",
  );
  await publishStatusCheck(li, { id, version: 1, assignsUnit: false });
});

test("twenty sendings at the same time make one check", async () => {
  const requestId = randomUUID();
  const sent = await Promise.all(Array.from({ length: 20 }, () => handIn(zhao, "P2015-07", {}, requestId)));
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  await expect(handIn(qian, "P2015-07")).rejects.toThrow(/已有一份待审核的核实（编号 \d+，赵专员）/);
});

test("a request that was sent is not sent again with another answer or for another project", async () => {
  const requestId = randomUUID();
  await handIn(zhao, "P2015-12", {}, requestId);
  await handIn(zhao, "P2015-12", {}, requestId);
  const ending = { answer: "terminated", reason: "双方解约" };
  await expect(handIn(zhao, "P2015-12", ending, requestId)).rejects.toThrow("已有一份待审核的核实");
  await expect(handIn(zhao, "P2015-06", {}, requestId)).rejects.toThrow("刚刚被改过");
});

test("a start that was found is not withdrawn while operation rests on it", async () => {
  const id = await published("P2015-13", { answer: "under_construction", on: "2016-03" });
  const operating = { period: "2016-08", newStage: "operating", stageOn: "2016-08", stageEvidence: "验收单" };
  const report = await submitReport(zhao, {
    code: "P2015-13",
    requestId: randomUUID(),
    report: reportOf(operating),
    returned: null,
  });
  await publishReport(sun, { id: report.id, version: 1, isMoneyPublic: false });
  await expect(withdrawStatusCheck(li, { id, version: 2, reason: "错了" })).rejects.toThrow("为前提");
});

test("of two reviewers who publish at once one wins, and the other hears who did it", async () => {
  const { id } = await handIn(zhao, "P2015-08", { answer: "under_construction" });
  const results = await Promise.allSettled(
    [sun, li].map((reviewer) => publishStatusCheck(reviewer, { id, version: 1, assignsUnit: false })),
  );
  const refusals = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));
  expect(refusals).toEqual([expect.stringMatching(/这份核实已由(孙审核|李审核)处理/)]);
  expect(await db.stageEvent.count({ where: { statusCheckId: id } })).toBe(1);
});

test("a returned check is handed in again in the same row", async () => {
  const { id } = await handIn(zhao, "P2015-09");
  await expect(returnStatusCheck(sun, { id, version: 1, reason: null, field: null })).rejects.toMatchObject({
    field: "reason",
  });
  await returnStatusCheck(sun, { id, version: 1, reason: "请附批复文号", field: "evidence" });
  const again = (viewer: Viewer, version: number) =>
    submitStatusCheck(viewer, {
      code: "P2015-09",
      requestId: randomUUID(),
      check: checkOf({ evidence: "批复 12 号" }),
      returned: { id, version },
    });
  await expect(again(qian, 2)).rejects.toThrow("只有填报人能提交");
  await expect(again(zhao, 1)).rejects.toThrow("刚刚被改过");
  expect(await again(zhao, 2)).toEqual({ id, code: "P2015-09" });
});

test("publishing may make the proposed unit responsible, and the audit says both in order", async () => {
  await published("P2015-10", { unit: "乙单位" }, true);
  const assignment = await db.assignment.findFirst({
    where: { project: { code: "P2015-10" } },
    include: { unit: true },
  });
  expect(assignment).toMatchObject({ unit: { name: "乙单位" }, accountId: null, until: null });
  expect(await auditOf("P2015-10")).toEqual([
    "zhao status-check.submitted",
    "sun project.assigned",
    "sun status-check.published",
  ]);
});

test("withdrawing restores what stood before", async () => {
  const before = await projectRow("P2015-11");
  const id = await published("P2015-11", { answer: "terminated", reason: "解约" });
  await withdrawStatusCheck(li, { id, version: 2, reason: "查错了项目" });
  expect(await projectRow("P2015-11")).toEqual(before);
  await expect(withdrawStatusCheck(li, { id, version: 3, reason: "再撤" })).rejects.toThrow("状态已经变了");
});
