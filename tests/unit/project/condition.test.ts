import { describe, expect, it } from "vitest";
import { type ConditionChange, conditionChangeRefusals } from "@/lib/project/condition-rules";
import type { Condition } from "@/lib/project/project-rules";

const today = "2015-11-20";
const refusedFields = (from: Condition | null, change: ConditionChange) =>
  conditionChangeRefusals(from, change, today).map((refusal) => refusal.field);
const bare = (to: Condition): ConditionChange => ({ to, reason: null, reviewOn: null });

describe("a condition", () => {
  it("is paused with a reason and a day to look again", () => {
    expect(refusedFields("active", bare("paused"))).toEqual(["reason", "reviewOn"]);
    expect(refusedFields("active", { to: "paused", reason: "等待用地", reviewOn: "2016-02-20" })).toEqual([]);
  });

  it("is looked at again on a later day", () => {
    const change: ConditionChange = { to: "paused", reason: "等待用地", reviewOn: today };
    expect(refusedFields("active", change)).toEqual(["reviewOn"]);
  });

  it("resumes with a reason", () => {
    expect(refusedFields("paused", bare("active"))).toEqual(["reason"]);
    expect(refusedFields("paused", { ...bare("active"), reason: "用地已落实" })).toEqual([]);
  });

  it("is terminated with a reason from wherever it was", () => {
    for (const from of ["active", "paused", null] as const) {
      expect(refusedFields(from, bare("terminated"))).toEqual(["reason"]);
      expect(refusedFields(from, { ...bare("terminated"), reason: "双方解除协议" })).toEqual([]);
    }
  });

  it("once terminated is final", () => {
    for (const to of ["active", "paused", "terminated"] as const) {
      expect(refusedFields("terminated", { to, reason: "重新启动", reviewOn: "2016-02-20" })).toEqual(["to"]);
    }
  });

  it("that nobody verified may become active without a reason", () => {
    expect(refusedFields(null, bare("active"))).toEqual([]);
  });

  it("does not change to itself", () => {
    expect(refusedFields("active", { ...bare("active"), reason: "照旧" })).toEqual(["to"]);
  });
});
