import { describe, expect, it } from "vitest";
import {
  textWidth,
  timelineDomain,
  timelineScale,
  timelineTicks,
} from "@/components/charts/timeline-geometry";

const domain = { from: "2015-01-01", to: "2016-06-30" };

describe("the domain of a timeline", () => {
  it("runs from the first year to half a year past the last day", () => {
    expect(timelineDomain(["2015-07-01", "2015-12-31", "2015-08-10"])).toEqual(domain);
  });

  it("ends with the year when the last day is in its first half", () => {
    expect(timelineDomain(["2014-12-31", "2016-06-30"])).toEqual({ from: "2014-01-01", to: "2016-12-31" });
  });

  it("refuses to draw nothing", () => {
    expect(() => timelineDomain([])).toThrow(RangeError);
  });
});

describe("the scale of a timeline", () => {
  const scale = timelineScale(domain, 150, 576);

  it("puts days where the drawing of the project page has them", () => {
    expect(scale.x("2015-01-01")).toBe(150);
    expect(scale.x("2015-07-01")).toBe(291.2);
    expect(scale.x("2015-08-10")).toBe(322.4);
    expect(scale.x("2016-06-30")).toBe(576);
  });

  it("cuts a day outside the domain off at the edge", () => {
    expect(scale.x("2026-11-22")).toBe(576);
    expect(scale.x("1999-01-01")).toBe(150);
  });

  it("draws a half-year up to the tick of the next one", () => {
    const bar = scale.bar({ from: "2015-07-01", to: "2015-12-31", precision: "half_year" });
    expect(bar.x + bar.width).toBeCloseTo(scale.x("2016-01-01"), 1);
  });

  it("keeps a single day wide enough to see", () => {
    expect(scale.bar({ from: "2015-08-10", to: "2015-08-10", precision: "day" }).width).toBe(3);
  });

  it("starts a range with an upper bound only at the left edge", () => {
    expect(scale.bar({ from: null, to: "2015-08-10", precision: "not_after" }).x).toBe(150);
  });
});

describe("the ticks of a timeline", () => {
  it("are half-years while their labels have room", () => {
    expect(timelineTicks(domain, 150, 576)).toEqual([
      { x: 150, label: "2015 年" },
      { x: 291.2, label: "7 月" },
      { x: 434.8, label: "2016 年" },
    ]);
  });

  it("thin out to years, then to every second year, as the span grows", () => {
    const labels = (to: string) =>
      timelineTicks({ from: "2014-01-01", to }, 0, 336).map((tick) => tick.label);
    expect(labels("2017-06-30")).toEqual(["2014 年", "2015 年", "2016 年", "2017 年"]);
    expect(labels("2020-06-30")).toEqual(["2014 年", "2016 年", "2018 年", "2020 年"]);
  });
});

it("a 汉字 takes a square, a digit about half of one", () => {
  expect(textWidth("只写到年")).toBe(56);
  expect(textWidth("2015")).toBe(32);
});
