import { describe, expect, it } from "vitest";
import { notAfter, ofDay, ofMonth, ofYear } from "@/lib/format/date-range";
import { type StageChange, type Standing, stageChangeRefusals } from "@/lib/project/project-rules";

const today = "2015-11-20";
const signed: Standing = {
  stage: "signed",
  effective: notAfter("2015-08-10"),
  condition: null,
  conditionOn: null,
};
const started: StageChange = {
  to: "under_construction",
  effective: ofDay("2015-11-10"),
  hasEvidence: true,
  reason: null,
};
const refusedFields = (from: Standing, change: StageChange) =>
  stageChangeRefusals(from, change, today).map((refusal) => refusal.field);

describe("a stage", () => {
  it("goes from 签约 to 在建 to 投产运营 with a date and evidence", () => {
    expect(refusedFields(signed, started)).toEqual([]);
    const building: Standing = { ...signed, stage: "under_construction", effective: ofDay("2015-11-10") };
    expect(refusedFields(building, { ...started, to: "operating", effective: ofDay("2015-11-20") })).toEqual(
      [],
    );
  });

  it("does not change without a date or without evidence, and says both at once", () => {
    const bare = { ...started, effective: null, hasEvidence: false };
    expect(refusedFields(signed, bare)).toEqual(["effective", "evidence"]);
    expect(stageChangeRefusals(signed, bare, today)[0]?.message).toBe("请填开工日期。");
  });

  it("goes from 签约 directly to 投产运营 only with a reason", () => {
    const direct: StageChange = { ...started, to: "operating" };
    expect(refusedFields(signed, direct)).toEqual(["reason"]);
    expect(refusedFields(signed, { ...direct, reason: "租用现有机房，没有土建" })).toEqual([]);
  });

  it("never goes back or stays: that is a 更正", () => {
    const operating: Standing = { ...signed, stage: "operating", effective: ofYear(2014) };
    for (const to of ["signed", "under_construction", "operating"] as const) {
      const [refusal] = stageChangeRefusals(operating, { ...started, to }, today);
      expect(refusal).toMatchObject({ field: "to", message: expect.stringContaining("更正") });
    }
  });

  it("of a terminated project does not change", () => {
    expect(refusedFields({ ...signed, condition: "terminated" }, started)).toEqual(["to"]);
  });

  it("changes while the project is paused or unverified, for the two are separate axes", () => {
    expect(refusedFields({ ...signed, condition: "paused" }, started)).toEqual([]);
    expect(refusedFields({ ...signed, condition: null }, started)).toEqual([]);
  });

  it("is not reached on a day that has not passed yet", () => {
    expect(refusedFields(signed, { ...started, effective: ofDay("2015-11-21") })).toEqual(["effective"]);
    expect(refusedFields(signed, { ...started, effective: ofMonth(2015, 11) })).toEqual(["effective"]);
    expect(refusedFields(signed, { ...started, effective: ofDay(today) })).toEqual([]);
  });

  it("is not reached before the one that comes first", () => {
    const from: Standing = { ...signed, effective: ofDay("2015-08-10") };
    expect(stageChangeRefusals(from, { ...started, effective: ofMonth(2015, 7) }, today)).toEqual([
      { field: "effective", message: "开工日期早于签约日期，请核对这两个日期。" },
    ]);
  });
});
