import { describe, expect, it } from "vitest";
import { ofDay } from "@/lib/format/date-range";
import { type LitProject, projectLamp } from "@/lib/milestone/light-rules";
import type { DatedMilestone } from "@/lib/milestone/milestone-rules";

const today = "2017-06-30";
const due = (day: string, more: Partial<DatedMilestone> = {}): DatedMilestone => ({
  dueOn: day,
  basis: "stated",
  actual: null,
  ...more,
});
const project = (milestones: DatedMilestone[], more: Partial<LitProject> = {}): LitProject => ({
  tracking: "tracked",
  condition: "active",
  stage: "under_construction",
  milestones,
  ...more,
});
const lightOf = (lit: LitProject) => projectLamp(lit, today).light;

describe("the light of a project", () => {
  it.each([
    ["2017-07-01", "green", 0],
    ["2017-06-30", "green", 0],
    ["2017-06-29", "yellow", 1],
    ["2017-05-31", "yellow", 30],
    ["2017-05-30", "red", 31],
  ])("due on %s is %s on 2017-06-30, %i days late", (day, light, overdueDays) => {
    expect(projectLamp(project([due(day)]), today)).toMatchObject({ light, overdueDays });
  });

  it("is that of its latest open milestone", () => {
    expect(lightOf(project([due("2017-12-31"), due("2017-06-20"), due("2017-01-01")]))).toBe("red");
    expect(lightOf(project([due("2017-12-31"), due("2017-01-01", { actual: ofDay("2017-06-01") })]))).toBe(
      "green",
    );
  });

  it("is grey while nobody has verified the project, however late: no wall of red after 11 years", () => {
    expect(projectLamp(project([due("2015-12-31")], { tracking: "unverified" }), "2026-11-22")).toEqual({
      light: "grey",
      reason: "unverified",
      overdueDays: null,
    });
  });

  it("is grey 暂停 for a paused project", () => {
    expect(projectLamp(project([due("2017-01-01")], { condition: "paused" }), today)).toMatchObject({
      light: "grey",
      reason: "paused",
    });
  });

  it("is none for a terminated project, or an operating one with nothing open", () => {
    expect(lightOf(project([due("2017-01-01")], { condition: "terminated" }))).toBeNull();
    const done = due("2017-01-01", { actual: ofDay("2017-02-01") });
    expect(lightOf(project([done], { stage: "operating" }))).toBeNull();
    expect(lightOf(project([due("2017-01-01")], { stage: "operating" }))).toBe("red");
  });

  it("is grey 无计划时限 without a stated deadline", () => {
    const undated: DatedMilestone = { dueOn: null, basis: "stated", actual: null };
    for (const milestones of [[], [undated]]) {
      expect(projectLamp(project(milestones), today)).toMatchObject({ light: "grey", reason: "no_deadline" });
    }
  });

  it("is never yellow or red by an inferred deadline, and is by the same one stated", () => {
    expect(lightOf(project([due("2016-08-31", { basis: "inferred" })]))).toBe("grey");
    expect(lightOf(project([due("2016-08-31", { basis: "inferred" }), due("2017-12-31")]))).toBe("green");
    expect(lightOf(project([due("2016-08-31", { basis: "stated" })]))).toBe("red");
  });

  it("judges a silent project by its deadlines alone", () => {
    expect(lightOf(project([due("2017-12-31")], { tracking: "lapsed" }))).toBe("green");
    expect(lightOf(project([due("2017-01-01")], { tracking: "lapsed" }))).toBe("red");
  });

  it("is the same for a condition that nobody verified as for an active one", () => {
    expect(lightOf(project([due("2017-12-31")], { condition: null }))).toBe("green");
  });
});
