import { beforeAll, describe, expect, it } from "vitest";
import { today } from "@/lib/clock";
import { db } from "@/lib/db";
import { getDashboard } from "@/lib/kpi/dashboard-queries";
import { getPublicStats, readStats } from "@/lib/kpi/kpi-queries";
import { seedFacts } from "@/prisma/data/seed-facts";

beforeAll(async () => {
  await db.dataset.create({ data: { kind: "real" } });
  await db.$transaction((tx) => seedFacts(tx), { timeout: 30_000 });
});

const unit = (signed: number, operating: number) => ({ signed, under_construction: 0, operating });

describe("the facts of 2015", () => {
  it("are one operating project as of the end of 2014", async () => {
    const stats = await getPublicStats("2014-12-31");
    expect(stats).toMatchObject({ total: 1, stages: unit(0, 1), overdueMilestones: 0 });
    expect(stats.bySigningMonth).toEqual([{ month: null, notAfter: "2014-12-31", count: 1 }]);
  });

  it("are 14 projects as of the day of the report, followed because the report is fresh", async () => {
    const stats = await getPublicStats("2015-08-10");
    expect(stats).toMatchObject({ total: 14, stages: unit(13, 1), overdueMilestones: 0 });
    expect(stats.tracking).toEqual({ unverified: 0, lapsed: 0, tracked: 14 });
  });

  it("are no project before the first signing, and rates are then not 0", async () => {
    const stats = await getPublicStats("2013-12-31");
    expect(stats).toMatchObject({ total: 0, byEnterprises: [], byPlace: [], bySigningMonth: [] });
    expect(stats.kpis.startRate.ratio).toBeNull();
  });

  it("are today 14 projects to verify, with 9 passed deadlines of which 8 are our reading", async () => {
    const stats = await getPublicStats(await today());
    expect(stats).toMatchObject({ total: 14, stages: unit(13, 1), overdueMilestones: 9, overdueInferred: 8 });
    expect(stats.tracking).toEqual({ unverified: 14, lapsed: 0, tracked: 0 });
    expect(stats.conditions).toEqual({ active: 0, paused: 0, terminated: 0, unverified: 14 });
  });

  it("group by the set of enterprises, so that a joint project counts once", async () => {
    const { byEnterprises } = await getPublicStats(await today());
    const groups = byEnterprises.map(({ enterprises, count }) => [
      enterprises.map(({ name }) => name).join("、"),
      count,
    ]);
    expect(groups).toEqual([
      ["光启", 4],
      ["中兴", 4],
      ["中兴、以晴", 5],
      ["以晴", 1],
    ]);
  });

  it("group by place, with those of which none is stated", async () => {
    const { byPlace } = await getPublicStats(await today());
    expect(byPlace.map(({ place, count }) => [place?.name ?? null, count])).toEqual([
      ["遵义", 7],
      ["新蒲新区", 5],
      [null, 2],
    ]);
  });

  it("state no month of signing, only days by which it had happened", async () => {
    const { bySigningMonth } = await getPublicStats(await today());
    expect(bySigningMonth).toEqual([
      { month: null, notAfter: "2014-12-31", count: 1 },
      { month: null, notAfter: "2015-08-10", count: 13 },
    ]);
  });

  it("allow two rates; nobody verified the third and nobody stated the money of the fourth", async () => {
    const { kpis } = await getPublicStats(await today());
    expect(kpis.startRate).toMatchObject({ numerator: 1, denominator: 14, unverified: 14 });
    expect(kpis.operatingRate).toMatchObject({ numerator: 1, denominator: 14 });
    expect(kpis.fulfilmentRate).toMatchObject({ ratio: null, unverified: 14 });
    expect(kpis.arrivalRate).toMatchObject({ ratio: null, numerator: null, denominator: null, excluded: 14 });
  });

  it("were not known at all before the report was printed", async () => {
    const knownAt = new Date("2015-08-10T10:34:00+08:00");
    expect(await readStats({ day: "2015-08-10", knownAt })).toMatchObject({ total: 0 });
    const minuteLater = new Date("2015-08-10T10:35:00+08:00");
    expect(await readStats({ day: "2015-08-10", knownAt: minuteLater })).toMatchObject({ total: 14 });
  });
});

describe("the dashboard of the facts", () => {
  it("names every project once, under its enterprises and stage", async () => {
    const { matrix } = await getDashboard(await today());
    const names = matrix.groups.flatMap(({ cells }) =>
      Object.values(cells).flatMap(({ projects }) => projects),
    );
    expect(new Set(names.map(({ code }) => code)).size).toBe(14);
    expect(matrix.rest.groups).toBe(0);
  });

  it("draws the year of 2014 as a year and ends with the report", async () => {
    const { series } = await getDashboard(await today());
    expect(series).toEqual({
      points: [
        { from: "2014-01-01", on: "2014-12-31", counts: unit(0, 1) },
        { from: null, on: "2015-08-10", counts: unit(13, 1) },
      ],
      lastRecordOn: "2015-08-10",
    });
  });

  it("lists passed deadlines first and what is not applicable last", async () => {
    const { unverified, unassigned, passedInSilence } = await getDashboard(await today());
    expect(unverified).toHaveLength(14);
    expect(unverified[0]).toMatchObject({
      code: "P2015-05",
      due: { from: "2015-07-01", to: "2015-12-31", precision: "half_year" },
      isDueInferred: false,
      unit: null,
      source: { slug: "report-2015-08-10", paragraph: 15 },
    });
    expect(unverified[4]).toMatchObject({ code: "P2015-09", isDueInferred: true });
    expect(unverified.at(-1)).toMatchObject({ code: "P2014-01", due: null, hasOpenMilestone: false });
    expect({ unassigned, passedInSilence }).toEqual({ unassigned: 14, passedInSilence: 8 });
  });

  it("counts what was promised by the year of its deadline, passed or to come", async () => {
    const promisesOn = async (day: string) => (await getDashboard(day)).promises.years;
    expect(await promisesOn("2015-08-10")).toEqual([
      { year: 2015, met: 0, passed: 0, upcoming: 5 },
      { year: 2016, met: 0, passed: 0, upcoming: 4 },
    ]);
    expect(await promisesOn("2016-08-31")).toEqual([
      { year: 2015, met: 0, passed: 5, upcoming: 0 },
      { year: 2016, met: 0, passed: 0, upcoming: 4 },
    ]);
  });
});
