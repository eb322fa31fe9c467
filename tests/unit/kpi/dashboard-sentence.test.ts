import { describe, expect, it } from "vitest";
import { answerOf, silenceSentence, stagesSentence } from "@/lib/kpi/dashboard-sentence";
import type { InternalDashboard, LateMilestone } from "@/lib/kpi/internal-dto";
import type { PublicStats } from "@/lib/kpi/kpi-dto";
import { arrivalRate, fulfilmentRate, operatingRate, startRate } from "@/lib/kpi/kpi-rules";

function statsWith(tracking: PublicStats["tracking"], unverified: number): PublicStats {
  const stages = { signed: 13, under_construction: 0, operating: 1 };
  const total = 14;
  const nothing = { agreedYuan: 0n, arrivedYuan: 0n, excluded: total, unverified };
  return {
    asOf: "2026-11-22",
    total,
    stages,
    conditions: { active: 0, paused: 0, terminated: 0, unverified: total },
    tracking,
    byEnterprises: [],
    byPlace: [],
    bySigningMonth: [],
    overdueMilestones: 9,
    overdueInferred: 8,
    kpis: {
      startRate: startRate(stages, unverified),
      operatingRate: operatingRate(stages, unverified),
      fulfilmentRate: fulfilmentRate({ total, performing: total - unverified, unverified }),
      arrivalRate: { ...arrivalRate(nothing), numerator: null, denominator: null },
    },
  };
}

const firstDay = statsWith({ unverified: 14, lapsed: 0, tracked: 0 }, 14);
const followed = statsWith({ unverified: 0, lapsed: 1, tracked: 13 }, 0);
const none = { count: 0, projects: [] };
const noLights = {
  unverified: none,
  paused: none,
  terminated: none,
  nothing_open: none,
  no_deadline: none,
  on_time: none,
  late: none,
  very_late: none,
};
const lateRow: LateMilestone = {
  project: { code: "P2015-05", name: "中兴大数据中心" },
  title: "建设",
  overdueDays: 45,
  planned: null,
  revised: null,
  unit: "演示单位甲",
};
const late: Pick<InternalDashboard, "late" | "lights"> = {
  late: { count: 2, rows: [lateRow], units: ["演示单位甲", null] },
  lights: { ...noLights, late: { count: 1, projects: [] }, very_late: { count: 1, projects: [] } },
};

describe("the answer of the dashboard", () => {
  it("is on the first day that nobody knows, and that nobody is responsible", () => {
    expect(answerOf(firstDay, { unassigned: 14 }, null)).toEqual({
      text: "14 个项目都待核实（0/14）。责任单位未指定 14 个。",
      isLate: false,
    });
    expect(answerOf(firstDay, { unassigned: 0 }, late).text).toBe("14 个项目都待核实（0/14）。");
  });

  it("tells officials what is late, for how long and who owns it", () => {
    expect(answerOf(followed, { unassigned: 0 }, late)).toEqual({
      text: "2 个项目滞后，最长 45 天，责任单位演示单位甲、未指定。",
      isLate: true,
    });
    const nothingLate = { late: { count: 0, rows: [], units: [] }, lights: noLights };
    expect(answerOf(followed, { unassigned: 0 }, nothingLate).text).toBe("没有滞后的项目。");
  });

  it("tells the public how much is verified, and nothing of lateness", () => {
    expect(answerOf(followed, { unassigned: 0 }, null)).toEqual({
      text: "14 个项目，已核实 14/14，断报 1 个。",
      isLate: false,
    });
  });

  it("adds the stages up to the whole, and who is heard of once anybody is", () => {
    const counts = "累计签约 14 个；当前阶段：已签约（无开工记录）13，在建 0，已投产 1。";
    expect(stagesSentence(firstDay)).toBe(counts);
    expect(stagesSentence(followed)).toBe(`${counts}跟踪中 13，断报 1，待核实 0。`);
  });

  it("calls a passed deadline without a record no failure", () => {
    const series = { points: [], lastRecordOn: "2015-08-10" };
    expect(silenceSentence({ series, passedInSilence: 8 }, "2026-11-22")).toBe(
      "2015-08-10 以后没有记录。8 个项目时限已过、没有后续记录，不等于没有办成。",
    );
    expect(silenceSentence({ series, passedInSilence: 0 }, "2015-08-10")).toBeNull();
  });
});
