import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { toColumn } from "@/lib/date-columns";
import { db } from "@/lib/db";
import { getInternalDashboard } from "@/lib/kpi/internal-queries";
import { listProblems } from "@/lib/progress/problem-queries";
import { defaultProblemQuery, type ProblemQuery } from "@/lib/progress/problem-query";
import { submitReport } from "@/lib/progress/progress-commands";
import { findReportForm } from "@/lib/progress/progress-queries";
import { initialReport } from "@/lib/progress/report-initial";
import { publishReport, withdrawReport } from "@/lib/progress/review-commands";
import type { KeptValues } from "@/lib/result";
import { castOf, viewerOf } from "../../support/cast";
import { openDesk, projectRow, reportOf, testDay, typed } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;
let lin: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
  lin = await viewerOf("lin");
});

const power: KeptValues = {
  "problem-0-category": "power",
  "problem-0-department": "供电部门",
  "problem-0-text": "增容手续未办结",
  "problem-0-raisedOn": "2016-06-12",
};
const land: KeptValues = {
  "problem-0-category": "land",
  "problem-0-department": "自然资源部门",
  "problem-0-text": "二期用地未批复",
  "problem-0-raisedOn": "2016-05-01",
};

async function published(code: string, values: KeptValues) {
  const report = reportOf(values);
  const { id } = await submitReport(zhao, { code, requestId: randomUUID(), report, returned: null });
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  return id;
}

const list = (query: Partial<ProblemQuery> = {}, viewer = lin) =>
  listProblems(viewer, { ...defaultProblemQuery, ...query });
const keyOf = async (reportId: number) => (await db.problem.findFirstOrThrow({ where: { reportId } })).key;

/** What the projection holds, computed anew. */
async function openByTheReports() {
  const newest = await db.$queryRaw<{ id: number }[]>`
    select n.id from (
      select distinct on (r.project_id, q.key) q.id, q.resolved_on
      from problems q join progress_reports r on r.id = q.report_id
      where r.state = 'published' order by r.project_id, q.key, r.period desc, r.published_at desc) n
    where n.resolved_on is null`;
  return newest.map(({ id }) => id).sort();
}
const openByTheProjection = async () =>
  (await db.openProblem.findMany()).map(({ problemId }) => problemId).sort();

test("a problem is listed for officials once its report is published, under its department", async () => {
  const report = reportOf({ ...power, period: "2016-07" });
  const sent = { code: "P2015-05", requestId: randomUUID(), report, returned: null };
  const { id } = await submitReport(zhao, sent);
  expect(await list()).toMatchObject({ total: 0, departments: [] });
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  expect(await list()).toMatchObject({
    total: 1,
    rows: [
      {
        project: { code: "P2015-05" },
        department: "供电部门",
        raisedOn: "2016-06-12",
        resolvedOn: null,
        unit: null,
        reports: 1,
      },
    ],
    departments: [{ department: "供电部门", open: 1, oldestOn: "2016-06-12" }],
  });
  expect(await openByTheProjection()).toEqual(await openByTheReports());
});

test("the next report brings it along, and one that does not name it leaves it open", async () => {
  const form = await findReportForm(zhao, "P2015-05");
  if (!form) throw new Error("no form");
  const { values } = initialReport(form, { parked: null, period: "2016-08-01" });
  expect(values).toMatchObject({ "problem-0-text": "增容手续未办结", "problem-0-resolvedOn": "" });
  await published("P2015-05", { ...typed(), period: "2016-08" });
  expect((await list({ project: "P2015-05" })).rows).toMatchObject([{ text: "增容手续未办结", reports: 1 }]);
});

test("a draft that is older than a problem gets it too, in a row of its own", async () => {
  const form = await findReportForm(zhao, "P2015-05");
  if (!form) throw new Error("no form");
  const draft = { input: typed({ ...land }), version: 1, savedAt: "2016-09-20T00:00:00Z" };
  const { values } = initialReport({ ...form, draft }, { parked: null, period: "2016-08-01" });
  expect(values).toMatchObject({
    "problem-0-text": "二期用地未批复",
    "problem-1-text": "增容手续未办结",
    "problem-1-key": form.openProblems[0]?.key,
  });
});

test("it leaves the list when a report says that it is solved, and comes back when that is withdrawn", async () => {
  const first = await published("P2015-06", { ...land, period: "2016-07" });
  const solved = await published("P2015-06", {
    ...land,
    "problem-0-key": await keyOf(first),
    "problem-0-resolvedOn": "2016-08-20",
  });
  const ofIt = { project: "P2015-06" } as const;
  expect((await list(ofIt)).total).toBe(0);
  expect((await list({ ...ofIt, state: "resolved" })).rows).toMatchObject([
    { resolvedOn: "2016-08-20", firstMonth: "2016-07-01", lastMonth: "2016-08-01", reports: 2 },
  ]);
  await withdrawReport(sun, { id: solved, version: 2, reason: "没有解决" });
  expect((await list(ofIt)).rows).toMatchObject([{ resolvedOn: null }]);
  expect(await openByTheProjection()).toEqual(await openByTheReports());
});

test("a problem of one project is not solved by a report on another that borrows its number", async () => {
  const first = await published("P2015-07", { ...power, period: "2016-07" });
  const key = await keyOf(first);
  await published("P2015-08", { ...power, "problem-0-key": key, "problem-0-resolvedOn": "2016-08-01" });
  expect((await list({ project: "P2015-07" })).total).toBe(1);
  expect((await getInternalDashboard(lin, testDay)).problems.count).toBe((await list()).total);
});

test("the list narrows by department, category and state; departments stay, the most first", async () => {
  await published("P2015-09", { ...power, "problem-0-raisedOn": "2016-01-05" });
  const narrowed = await list({ department: "供电部门", category: "power" });
  expect(narrowed.rows.map(({ raisedOn }) => raisedOn)).toEqual(["2016-01-05", "2016-06-12", "2016-06-12"]);
  expect(narrowed.departments.map(({ department, open }) => [department, open])).toEqual([
    ["供电部门", 3],
    ["自然资源部门", 1],
  ]);
  expect((await list({ department: "供电部门", category: "land" })).total).toBe(0);
  expect((await list({ page: 2 })).rows).toEqual([]);
});

test("nobody waits for the solution of an ended project's problem", async () => {
  await published("P2015-10", { ...land, period: "2016-07" });
  const { id: projectId } = await projectRow("P2015-10");
  const before = (await list()).total;
  await db.conditionEvent.create({
    data: {
      projectId,
      condition: "terminated",
      reason: "双方解约",
      effectiveFrom: toColumn("2016-08-01"),
      effectiveTo: toColumn("2016-08-01"),
      effectivePrecision: "day",
      recordedAt: new Date("2016-08-02T00:00:00Z"),
    },
  });
  expect((await list()).total).toBe(before - 1);
  expect((await list({ state: "all", project: "P2015-10" })).total).toBe(1);
});

test("officials, staff and reviewers read the list, nobody else", async () => {
  for (const role of ["official", "staff", "reviewer"] as const) {
    expect(await list({}, await viewerOf(castOf[role]))).toHaveProperty("rows");
  }
  for (const role of ["admin", "security", "auditor"] as const) {
    await expect(list({}, await viewerOf(castOf[role]))).rejects.toThrow(Forbidden);
  }
});
