import { beforeAll, describe, expect, it } from "vitest";
import { Forbidden, NotSignedIn } from "@/lib/auth/viewer";
import { fromColumn, rangeOf, toColumn } from "@/lib/date-columns";
import { db } from "@/lib/db";
import { getInternalDashboard } from "@/lib/kpi/internal-queries";
import { readStats } from "@/lib/kpi/kpi-queries";
import { type LightReason, lightOfReason, projectLamp } from "@/lib/milestone/light-rules";
import { projectTracking } from "@/lib/project/tracking-rules";
import { demoDay } from "@/prisma/data/demo-story";
import { seedDemo } from "@/prisma/data/seed-demo";
import { seedFacts } from "@/prisma/data/seed-facts";
import { type CastName, castOf, createCast, viewerOf } from "../../support/cast";

beforeAll(async () => {
  await db.dataset.create({ data: { kind: "demo", clockOn: toColumn(demoDay) } });
  await createCast();
  const idOf = async (name: CastName) => (await viewerOf(name)).accountId;
  const people = { author: await idOf("zhao"), reviewer: await idOf("sun") };
  await db.$transaction(
    async (tx) => {
      await seedFacts(tx);
      await seedDemo(tx, people);
    },
    { timeout: 30_000 },
  );
});

describe("the internal panels", () => {
  it("are refused to visitors and to those who only keep the system", async () => {
    await expect(getInternalDashboard(null, demoDay)).rejects.toBeInstanceOf(NotSignedIn);
    for (const role of ["admin", "security", "auditor"] as const) {
      const viewer = await viewerOf(castOf[role]);
      await expect(getInternalDashboard(viewer, demoDay)).rejects.toBeInstanceOf(Forbidden);
    }
  });

  it("are open to officials, staff and reviewers", async () => {
    for (const role of ["official", "staff", "reviewer"] as const) {
      const viewer = await viewerOf(castOf[role]);
      expect(await getInternalDashboard(viewer, demoDay)).toHaveProperty("lights");
    }
  });

  it("give each project the light that the rule gives it", async () => {
    const { lights } = await getInternalDashboard(await viewerOf("lin"), demoDay);
    const expected = await lampsByTheRule();
    for (const reason of reasons) {
      const codes = lights[reason].projects.map(({ code }) => code).sort();
      expect({ reason, codes }).toEqual({ reason, codes: expected.get(reason) ?? [] });
      expect(lights[reason].count).toBe(codes.length);
    }
  });

  it("list what is late with the longest first, its original date and its unit", async () => {
    const { late, lights } = await getInternalDashboard(await viewerOf("lin"), demoDay);
    const days = late.rows.map(({ overdueDays }) => overdueDays);
    expect(days).toEqual([...days].sort((a, b) => b - a));
    expect(late.count).toBe(late.rows.length);
    expect(late.rows[0]).toMatchObject({
      project: { code: "P2015-05" },
      planned: { from: "2015-07-01", to: "2015-12-31", precision: "half_year" },
      revised: { to: { to: "2017-04-30", precision: "day" } },
      unit: "演示单位甲",
      overdueDays: 61,
    });
    expect(new Set(late.rows.map(({ project }) => project.code)).size).toBe(
      lights.late.count + lights.very_late.count,
    );
  });

  it("group silence by the unit that should report, and count it as the statistics do", async () => {
    const { lapsed, silent } = await getInternalDashboard(await viewerOf("lin"), demoDay);
    const stats = await readStats({ day: demoDay });
    expect(lapsed).toHaveLength(stats.tracking.lapsed);
    // 光纤入户 is silent for longer, but it was terminated: nobody owes a report, so it is not 断报 either.
    expect(silent).toEqual([{ unit: null, projects: 1, lastRecordOn: "2017-02-08" }]);
  });

  it("keep a problem until a published report says that it is solved", async () => {
    const { problems } = await getInternalDashboard(await viewerOf("lin"), demoDay);
    const rows = problems.departments.flatMap((department) => department.rows);
    expect(problems.count).toBe(rows.length);
    for (const { count, oldestOn, rows: own } of problems.departments) {
      expect([count, oldestOn]).toEqual([own.length, own[0]?.raisedOn]);
    }
    const newest = await db.problem.findMany({
      where: { report: { state: "published" } },
      orderBy: [{ report: { period: "desc" } }],
      distinct: ["key"],
      select: { text: true, resolvedOn: true },
    });
    const open = newest.filter(({ resolvedOn }) => resolvedOn === null).map(({ text }) => text);
    expect(rows.map(({ text }) => text).sort()).toEqual(open.sort());
  });

  it("count what waits for a reviewer", async () => {
    const { pendingReviews } = await getInternalDashboard(await viewerOf("sun"), demoDay);
    const reports = await db.progressReport.count({ where: { state: "submitted" } });
    const checks = await db.statusCheck.count({ where: { state: "submitted" } });
    expect(pendingReviews).toBe(reports + checks);
  });
});

const reasons: readonly LightReason[] = [
  "unverified",
  "paused",
  "terminated",
  "nothing_open",
  "no_deadline",
  "on_time",
  "late",
  "very_late",
];

/** Codes by the reason that `projectLamp` finds in the projection. */
async function lampsByTheRule(): Promise<Map<LightReason, string[]>> {
  const projects = await db.project.findMany({
    orderBy: { code: "asc" },
    select: { code: true, stage: true, condition: true, reportedOn: true, sourcedOn: true, milestones: true },
  });
  const lamps = projects.map(({ code, stage, condition, reportedOn, sourcedOn, milestones }) => {
    const newest = {
      newestRecordOn: reportedOn && fromColumn(reportedOn),
      newestSourceOn: fromColumn(sourcedOn),
    };
    const dated = milestones.map((m) => ({
      dueOn: (m.revisedTo ?? m.plannedTo) && fromColumn(m.revisedTo ?? m.plannedTo ?? new Date(0)),
      basis: m.deadlineBasis ?? "inferred",
      actual: rangeOf(m.actualFrom, m.actualTo, m.actualPrecision),
    }));
    const lit = {
      tracking: projectTracking(demoDay, { ...newest, condition }),
      stage,
      condition,
      milestones: dated,
    };
    return { code, reason: projectLamp(lit, demoDay).reason };
  });
  const byReason = new Map<LightReason, string[]>();
  for (const { code, reason } of lamps) byReason.set(reason, [...(byReason.get(reason) ?? []), code]);
  expect([...byReason.keys()].every((reason) => reason in lightOfReason)).toBe(true);
  return byReason;
}
