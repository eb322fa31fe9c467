import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { handOver } from "@/lib/assignment/handover-commands";
import { listHandoverPeople, listHandoverProjects } from "@/lib/assignment/handover-queries";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { saveDraft } from "@/lib/draft/draft-commands";
import { submitReport } from "@/lib/progress/progress-commands";
import { findReportForm } from "@/lib/progress/progress-queries";
import { publishReport, returnReport } from "@/lib/progress/review-commands";
import { getReviewQueue } from "@/lib/progress/review-queries";
import { getStaffTasks } from "@/lib/progress/task-queries";
import { type KeptValues, SeparationRefused } from "@/lib/result";
import { returnStatusCheck } from "@/lib/status-check/review-commands";
import { submitStatusCheck } from "@/lib/status-check/status-check-commands";
import { findCheckForm } from "@/lib/status-check/status-check-queries";
import { readCheck } from "@/lib/status-check/status-check-schema";
import { castOf, viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, reportOf, typed } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;
let li: Viewer;

const codes = ["P2015-01", "P2015-02", "P2015-03"];

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
  li = await viewerOf("li");
  const unit = await db.unit.create({ data: { name: "甲单位" } });
  for (const code of codes) {
    const { id: projectId } = await projectRow(code);
    const assigned = { projectId, unitId: unit.id, accountId: zhao.accountId, assignedById: sun.accountId };
    await db.assignment.create({ data: { ...assigned, since: new Date("2016-01-01") } });
  }
});

const handIn = (viewer: Viewer, code: string, values: KeptValues = {}) =>
  submitReport(viewer, { code, requestId: randomUUID(), report: reportOf(values), returned: null });

async function returned(code: string): Promise<number> {
  const { id } = await handIn(zhao, code);
  await returnReport(sun, { id, version: 1, reason: "请补进度", field: "percent" });
  return id;
}

async function seen(from: string) {
  return (await listHandoverProjects(sun, from)).map(({ assignmentId }) => assignmentId);
}

test.each(["official", "staff", "admin", "security", "auditor"] as const)(
  "the role %s hands nothing over",
  async (role) => {
    const person = await viewerOf(castOf[role]);
    await expect(handOver(person, { from: "zhao", to: "qian", seen: [1] })).rejects.toThrow(Forbidden);
    await expect(listHandoverPeople(person)).rejects.toThrow(Forbidden);
  },
);

test("before a hand-over the reviewer sees each project with what its person has in hand", async () => {
  await saveDraft(zhao, { form: "report:P2015-01", input: typed(), version: null });
  await returned("P2015-02");
  await handIn(zhao, "P2015-03");
  expect(await listHandoverProjects(sun, "zhao")).toMatchObject([
    { code: "P2015-01", unit: "甲单位", draftSavedAt: expect.any(String), waiting: 0, returned: 0 },
    { code: "P2015-02", draftSavedAt: null, waiting: 0, returned: 1 },
    { code: "P2015-03", draftSavedAt: null, waiting: 1, returned: 0 },
  ]);
  const { givers, takers } = await listHandoverPeople(sun);
  expect(givers).toMatchObject([{ name: "zhao", projects: 3 }]);
  expect(takers.map(({ name }) => name).toSorted()).toEqual(["qian", "zhao"]);
});

test("a hand-over needs another person who is staff, and the list that was seen", async () => {
  const ids = await seen("zhao");
  const order = { from: "zhao", to: "qian", seen: ids };
  await expect(handOver(sun, { ...order, to: "zhao" })).rejects.toMatchObject({ field: "to" });
  await expect(handOver(sun, { ...order, to: "li" })).rejects.toMatchObject({ field: "to" });
  await expect(handOver(sun, { ...order, from: "nobody" })).rejects.toMatchObject({ field: "from" });
  await expect(handOver(sun, { ...order, seen: ids.slice(1) })).rejects.toThrow("刚刚变了");
  await expect(handOver(sun, { from: "qian", to: "zhao", seen: [1] })).rejects.toThrow("没有可交接的");
  expect(await seen("zhao")).toEqual(ids);
});

test("all projects go over at once, the units stay, the past stays, and one event names them", async () => {
  await db.account.update({ where: { name: "zhao" }, data: { disabledAt: new Date() } });
  const order = { from: "zhao", to: "qian", seen: await seen("zhao") };
  const results = await Promise.allSettled([handOver(sun, order), handOver(li, order)]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await db.account.update({ where: { name: "zhao" }, data: { disabledAt: null } });
  const assignments = await db.assignment.findMany({ include: { unit: true }, orderBy: { id: "asc" } });
  expect(assignments).toHaveLength(6);
  expect(assignments.slice(0, 3)).toMatchObject(
    codes.map(() => ({ accountId: zhao.accountId, until: new Date("2016-09-20") })),
  );
  expect(assignments.slice(3)).toMatchObject(
    codes.map(() => ({ accountId: qian.accountId, until: null, unit: { name: "甲单位" } })),
  );
  expect(await auditOf("zhao")).toEqual([expect.stringMatching(/^(sun|li) project\.handed-over$/)]);
  const event = await db.auditEvent.findFirstOrThrow({ where: { subject: "zhao" } });
  expect(event.details).toEqual({ person: ["zhao", "qian"], projects: codes });
});

test("drafts stay with who typed them", async () => {
  const drafts = await db.draft.findMany({ select: { accountId: true, form: true } });
  expect(drafts).toEqual([{ accountId: zhao.accountId, form: "report:P2015-01" }]);
});

test("what was returned leaves the giver's desk and is the taker's to mend", async () => {
  expect((await getStaffTasks(zhao, [])).returned).toEqual([]);
  expect(await getStaffTasks(qian, [])).toMatchObject({
    returned: [],
    inherited: [{ code: "P2015-02", author: "赵专员", reason: "请补进度" }],
  });
  expect((await findReportForm(qian, "P2015-02"))?.returned).toMatchObject({ field: "percent" });
});

test("who hands it in again is its author; neither of the two ever reviews it", async () => {
  const { id } = await db.progressReport.findFirstOrThrow({ where: { state: "returned" } });
  const again = (viewer: Viewer) =>
    submitReport(viewer, {
      code: "P2015-02",
      requestId: randomUUID(),
      report: reportOf({ percent: "10" }),
      returned: { id, version: 2 },
    });
  await expect(again(zhao)).rejects.toThrow("由别人负责");
  await expect(again(qian)).resolves.toMatchObject({ id });
  expect(await db.progressReport.findUniqueOrThrow({ where: { id } })).toMatchObject({
    authorId: qian.accountId,
    formerAuthorIds: [zhao.accountId],
    state: "submitted",
  });
  const event = await db.auditEvent.findFirstOrThrow({ where: { action: "report.resubmitted" } });
  expect(event.details).toMatchObject({ author: ["zhao", "qian"] });

  for (const writer of [zhao, qian]) {
    const promoted = { ...writer, role: "reviewer" as const };
    await expect(publishReport(promoted, { id, version: 3, isMoneyPublic: false })).rejects.toThrow(
      SeparationRefused,
    );
    const own = (await getReviewQueue(promoted)).waiting.find((item) => item.id === id);
    expect(own).toMatchObject({ isOwn: true });
  }
  await expect(
    db.$executeRaw`update progress_reports set reviewer_id = ${zhao.accountId} where id = ${id}`,
  ).rejects.toThrow(/nobody_reviews_what_they_wrote/);
  await publishReport(li, { id, version: 3, isMoneyPublic: false });
});

test("a returned status check is taken over likewise", async () => {
  const typedCheck = {
    answer: "unclear",
    on: "2016-09-01",
    evidenceKind: "phone_call",
    evidence: "电话询问",
  };
  const read = readCheck(typedCheck);
  if ("errors" in read) throw new Error(JSON.stringify(read.errors));
  const check = { code: "P2015-03", check: read.check };
  const { id } = await submitStatusCheck(qian, { ...check, requestId: randomUUID(), returned: null });
  await returnStatusCheck(sun, { id, version: 1, reason: "请写时间", field: null });
  const again = { ...check, requestId: randomUUID(), returned: { id, version: 2 } };
  await expect(submitStatusCheck(li, again)).rejects.toThrow("只有填报人能提交");
  await handOver(sun, { from: "qian", to: "zhao", seen: await seen("qian") });
  expect((await findCheckForm(zhao, "P2015-03"))?.open).toMatchObject({ isMendable: true });
  await expect(submitStatusCheck(zhao, again)).resolves.toMatchObject({ id });
  expect(await db.statusCheck.findUniqueOrThrow({ where: { id } })).toMatchObject({
    authorId: zhao.accountId,
    formerAuthorIds: [qian.accountId],
  });
});

test("a report returned to somebody who writes no more is mended by whoever works on the project", async () => {
  const { id } = await handIn(qian, "P2015-09");
  await returnReport(sun, { id, version: 1, reason: "请补", field: null });
  expect((await getStaffTasks(zhao, [])).inherited).toEqual([]);
  await db.account.update({ where: { name: "qian" }, data: { disabledAt: new Date() } });
  expect((await getStaffTasks(zhao, [])).inherited).toMatchObject([{ code: "P2015-09" }]);
});
