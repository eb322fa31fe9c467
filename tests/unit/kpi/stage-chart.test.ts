import { describe, expect, it } from "vitest";
import { dayNumber, stageChart } from "@/lib/kpi/stage-chart-rules";

const park = {
  from: "2014-01-01",
  on: "2014-12-31",
  counts: { signed: 0, under_construction: 0, operating: 1 },
};
const report = { from: null, on: "2015-08-10", counts: { signed: 13, under_construction: 0, operating: 1 } };
const facts = { points: [park, report], lastRecordOn: "2015-08-10" };

describe("the chart of stages over time", () => {
  it("ends at the last record and is silent after it", () => {
    const chart = stageChart(facts, "2026-11-22");
    const end = chart?.steps.at(-1);
    expect(end).toMatchObject({ signed: 13, under_construction: 0, operating: 1 });
    expect(chart?.silence).toEqual({
      from: end?.day,
      to: dayNumber("2026-11-22"),
      label: "11 年 3 个月没有记录",
    });
    expect(chart?.lastRecord).toEqual({ label: "2015-08-10 最近记录", anchor: "start" });
  });

  it("shows a last step that would else have no width, for less than 1 % of the time", () => {
    const chart = stageChart(facts, "2026-11-22");
    const width = (chart?.steps.at(-1)?.day ?? 0) - dayNumber("2015-08-10");
    expect(width).toBeGreaterThan(0);
    expect(width).toBeLessThan(0.01 * (dayNumber("2026-11-22") - dayNumber("2014-01-01")));
  });

  it("stipples a year for what is known only to the year", () => {
    expect(stageChart(facts, "2026-11-22")?.stipples).toEqual([
      { from: dayNumber("2014-01-01"), to: dayNumber("2014-12-31"), low: 0, high: 1, stage: "operating" },
    ]);
  });

  it("stipples only what rose when a project was started some time in a half-year", () => {
    const started = {
      from: "2016-01-01",
      on: "2016-06-30",
      counts: { signed: 12, under_construction: 1, operating: 1 },
    };
    const chart = stageChart({ points: [park, report, started], lastRecordOn: "2016-08-01" }, "2016-08-01");
    expect(chart?.stipples.at(-1)).toMatchObject({ low: 1, high: 2, stage: "under_construction" });
    expect(chart?.stipples).toHaveLength(2);
  });

  it("has no silence and no empty end on the day of the last record", () => {
    const chart = stageChart(facts, "2015-08-10");
    expect(chart?.silence).toBeNull();
    expect(chart?.lastRecord).toBeNull();
    expect(chart?.domain[1]).toBe(chart?.steps.at(-1)?.day);
  });

  it("keeps a line of text between the labels of thin bands", () => {
    const heights = stageChart(facts, "2026-11-22")?.endLabels.map(({ y }) => y) ?? [];
    expect(heights).toHaveLength(3);
    const gaps = heights.slice(1).map((y, index) => y - (heights[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(14 * 0.08 - 1e-9);
  });

  it("is not drawn over no project", () => {
    expect(stageChart({ points: [], lastRecordOn: null }, "2013-01-01")).toBeNull();
  });
});
