import { describe, expect, it } from "vitest";
import { matrixCaption, placeCaption, promisesCaption, stageSeriesCaption } from "@/lib/kpi/chart-sentence";
import type { StageSeries } from "@/lib/kpi/dashboard-dto";

const counts = (signed: number, under_construction: number, operating: number) => ({
  signed,
  under_construction,
  operating,
});
const park = { from: "2014-01-01", on: "2014-12-31", counts: counts(0, 0, 1) };
const report = { from: null, on: "2015-08-10", counts: counts(13, 0, 1) };
const facts: StageSeries = { points: [park, report], lastRecordOn: "2015-08-10" };

describe("the caption of the stages over time", () => {
  it("says where the records end when they ended long ago", () => {
    expect(stageSeriesCaption(facts, "2026-11-22")).toBe("记录到 2015-08-10 为止，此后没有记录");
  });

  it("says the counts while nothing has been started", () => {
    expect(stageSeriesCaption(facts, "2015-08-10")).toBe(
      "到 2015-08-10，已签约 13 个，已投产 1 个，没有开工记录",
    );
  });

  it("says since when projects have been started", () => {
    const started = { from: null, on: "2015-10-20", counts: counts(12, 1, 1) };
    const later = { from: null, on: "2016-06-20", counts: counts(7, 5, 2) };
    const series = { points: [park, report, started, later], lastRecordOn: "2016-08-28" };
    expect(stageSeriesCaption(series, "2016-09-01")).toBe(
      "2015 年 10 月起陆续开工，现在在建 5 个，已投产 2 个",
    );
  });

  it("says so when nothing had been signed", () => {
    expect(stageSeriesCaption({ points: [], lastRecordOn: null }, "2013-01-01")).toBe(
      "到 2013-01-01 没有签约的项目",
    );
  });
});

describe("the caption of enterprises and stages", () => {
  it("speaks of the last record when that is old, never of today", () => {
    expect(matrixCaption(counts(13, 0, 1), "2015-08-10", "2026-11-22")).toBe(
      "2015-08-10 的情况：13 个已签约，1 个已投产",
    );
  });

  it("counts the started and, of them, the operating", () => {
    expect(matrixCaption(counts(7, 5, 2), "2016-08-28", "2016-09-01")).toBe(
      "7 个项目已开工，其中 2 个已投产",
    );
    expect(matrixCaption(counts(13, 0, 1), "2015-08-10", "2015-08-10")).toBe(
      "到 2015-08-10，13 个已签约，1 个已投产",
    );
    expect(matrixCaption(counts(7, 0, 0), "2016-08-28", "2016-09-01")).toBe("7 个项目都还没有开工记录");
  });
});

describe("the caption of places", () => {
  const place = (name: string | null, count: number) => ({
    place: name === null ? null : { slug: name, name },
    count,
    stages: counts(count, 0, 0),
  });

  it("names the place with the most projects and counts those that are not stated", () => {
    expect(placeCaption([place("遵义", 7), place("新蒲新区", 5), place(null, 2)])).toBe(
      "落户遵义的最多，7 个，2 个来源未载明落户地",
    );
  });

  it("does not compare one place, or none", () => {
    expect(placeCaption([place("遵义", 7)])).toBe("7 个项目落户遵义");
    expect(placeCaption([place(null, 2)])).toBe("2 个项目来源都未载明落户地");
    expect(placeCaption([])).toBe("没有签约的项目");
  });
});

describe("the caption of what was promised", () => {
  const year = (met: number, passed: number, upcoming: number) => ({ year: 2016, met, passed, upcoming });

  it("says that all deadlines have passed without a record, not that nothing was done", () => {
    const promises = { years: [year(0, 5, 0), year(0, 4, 0)], undated: 15 };
    expect(promisesCaption(promises, "2026-11-22")).toBe(
      "有时限的 9 项到 2026-11-22 都已过时限，没有完成记录",
    );
  });

  it("says that none is due yet, or how many are met, passed and to come", () => {
    expect(promisesCaption({ years: [year(0, 0, 9)], undated: 0 }, "2015-08-10")).toBe(
      "有时限的 9 项到 2015-08-10 都未到时限",
    );
    expect(promisesCaption({ years: [year(3, 1, 2)], undated: 0 }, "2016-09-01")).toBe(
      "有时限的 6 项：完成 3，时限已过、没有完成记录 1，未到时限 2",
    );
  });

  it("says when no deadline is stated", () => {
    expect(promisesCaption({ years: [], undated: 4 }, "2016-09-01")).toBe("4 项都没有写明时限");
    expect(promisesCaption({ years: [], undated: 0 }, "2016-09-01")).toBe("没有承诺事项和节点");
  });
});
