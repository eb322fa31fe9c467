import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { readStats } from "@/lib/kpi/kpi-queries";
import {
  clockDay,
  openRegister,
  publishCheck,
  publishReport,
  reach,
  retract,
  turn,
  withdrawReport,
} from "./register";

const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

beforeAll(openRegister);

describe("a retracted stage", () => {
  it("does not count now, on any day, but did while it was believed", async () => {
    const event = await reach({ code: "P2015-01", stage: "under_construction", on: "2016-01-15" });
    await retract(event, "2016-03-01");
    expect((await readStats({ day: "2016-02-01" })).stages.under_construction).toBe(0);
    const believed = await readStats({ day: "2016-02-01", knownAt: noon("2016-02-20") });
    expect(believed.stages.under_construction).toBe(1);
    const corrected = await readStats({ day: "2016-02-01", knownAt: noon("2016-03-01") });
    expect(corrected.stages.under_construction).toBe(0);
  });
});

describe("a stage that became known late", () => {
  it("counts from the day on which it happened, as we know now", async () => {
    await reach({
      code: "P2015-05",
      stage: "under_construction",
      on: "2015-11-01",
      recordedOn: "2016-06-01",
    });
    expect((await readStats({ day: "2015-10-31" })).stages.under_construction).toBe(0);
    expect((await readStats({ day: "2015-11-01" })).stages.under_construction).toBe(1);
    const before = await readStats({ day: "2015-11-01", knownAt: noon("2016-05-31") });
    expect(before.stages.under_construction).toBe(0);
  });
});

describe("tracking and verification", () => {
  it("begin with a published report and lapse three months after the newest", async () => {
    await publishReport({ code: "P2015-02", on: "2016-02-10" });
    const trackingOn = async (day: string) => (await readStats({ day })).tracking;
    expect(await trackingOn("2016-02-09")).toEqual({ unverified: 14, lapsed: 0, tracked: 0 });
    expect(await trackingOn("2016-02-10")).toEqual({ unverified: 13, lapsed: 0, tracked: 1 });
    expect(await trackingOn("2016-05-10")).toEqual({ unverified: 13, lapsed: 0, tracked: 1 });
    expect(await trackingOn("2016-05-11")).toEqual({ unverified: 13, lapsed: 1, tracked: 0 });
  });

  it("do not rest on a withdrawn report, unless asked for a time when it stood", async () => {
    const report = await publishReport({ code: "P2015-03", on: "2016-07-10" });
    await withdrawReport(report, "2016-07-20");
    const asked = { day: "2016-07-15" };
    expect((await readStats(asked)).tracking.tracked).toBe(0);
    expect((await readStats({ ...asked, knownAt: noon("2016-07-19") })).tracking.tracked).toBe(1);
    expect((await readStats({ ...asked, knownAt: noon("2016-07-20") })).tracking.tracked).toBe(0);
  });

  it("differ: a check that found nothing out is heard of, not verified", async () => {
    await publishCheck("P2015-04", "unclear", "2016-09-01");
    const stats = await readStats({ day: "2016-09-02" });
    expect(stats.tracking.tracked).toBe(1);
    expect(stats.kpis.startRate.unverified).toBe(13);
    await publishCheck("P2015-13", "not_started", "2016-09-02");
    expect((await readStats({ day: "2016-09-02" })).kpis.startRate.unverified).toBe(12);
  });
});

describe("the rates", () => {
  it("keep a terminated project in N, and count it neither as performing nor as late", async () => {
    const before = await readStats({ day: "2016-10-01" });
    await publishReport({ code: "P2015-06", on: "2016-10-02" });
    await turn({ code: "P2015-06", condition: "terminated", on: "2016-10-02" });
    const after = await readStats({ day: "2016-10-02" });
    expect(after.total).toBe(14);
    expect(after.conditions).toMatchObject({ terminated: 1, unverified: 13 });
    expect(after.overdueMilestones).toBe(before.overdueMilestones - 1);
    const { fulfilmentRate } = after.kpis;
    expect(fulfilmentRate.numerator).toBe(before.kpis.fulfilmentRate.numerator);
    expect(fulfilmentRate).toMatchObject({
      denominator: 14,
      unverified: before.kpis.fulfilmentRate.unverified - 1,
    });
  });

  it("count a paused project as verified and not as performing", async () => {
    await publishReport({ code: "P2015-07", on: "2016-11-01" });
    const performing = (await readStats({ day: "2016-11-01" })).kpis.fulfilmentRate.numerator;
    await turn({ code: "P2015-07", condition: "paused", on: "2016-11-02" });
    expect((await readStats({ day: "2016-11-02" })).kpis.fulfilmentRate.numerator).toBe(performing - 1);
  });

  it("weigh public money by size, over the projects where both amounts are known", async () => {
    const yi = 100_000_000n;
    await db.project.update({ where: { code: "P2015-08" }, data: { agreedInvestment: 10n * yi } });
    await db.project.update({ where: { code: "P2015-09" }, data: { agreedInvestment: 2n * yi } });
    await db.project.update({ where: { code: "P2015-10" }, data: { agreedInvestment: 5n * yi } });
    await publishReport({ code: "P2015-08", on: "2016-12-01", arrivedFunds: 3n * yi, isMoneyPublic: true });
    await publishReport({ code: "P2015-09", on: "2016-12-01", arrivedFunds: 1n * yi, isMoneyPublic: true });
    await publishReport({ code: "P2015-08", on: "2017-01-05", arrivedFunds: 4n * yi, isMoneyPublic: true });
    const rateOn = async (day: string) => (await readStats({ day })).kpis.arrivalRate;
    expect(await rateOn("2016-12-01")).toMatchObject({
      numerator: { amount: "400000000", currency: "CNY" },
      denominator: { amount: "1200000000", currency: "CNY" },
      ratio: 1 / 3,
      excluded: 12,
    });
    expect((await rateOn("2017-01-05")).numerator?.amount).toBe("500000000");
  });

  it("leave out money that no reviewer cleared for publication", async () => {
    await publishReport({ code: "P2015-10", on: "2017-02-01", arrivedFunds: 100_000_000n });
    expect((await readStats({ day: "2017-02-01" })).kpis.arrivalRate).toMatchObject({ excluded: 12 });
  });
});

describe("the day of the register", () => {
  it("has the same figures from the projection as from the events", async () => {
    const projected = await readStats({ day: clockDay });
    const replayed = await readStats({ day: clockDay, knownAt: new Date("2027-01-01T00:00:00Z") });
    expect(replayed).toEqual(projected);
    expect(projected.kpis.arrivalRate.numerator?.amount).toBe("500000000");
  });
});
