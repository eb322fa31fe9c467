import { expect, it } from "vitest";
import {
  type AdvanceFacts,
  advanceWarning,
  isCompletion,
  missingToAdvance,
  nextStage,
  withReported,
} from "@/lib/project/advance-rules";
import type { Stage } from "@/lib/project/project-rules";

const complete: AdvanceFacts = {
  code: "P2016-01",
  stage: "signed",
  isTerminated: false,
  hasPlace: true,
  hasPlannedInvestment: true,
  hasUnit: true,
  hasDeadline: true,
  commitments: 2,
  hasReading: true,
  openCompletions: [],
};
const bare: AdvanceFacts = {
  ...complete,
  hasPlace: false,
  hasPlannedInvestment: false,
  hasUnit: false,
  hasDeadline: false,
  hasReading: false,
  openCompletions: [3],
};
const missing = (facts: AdvanceFacts, to: Stage) => missingToAdvance(facts, to).map(({ field }) => field);

it("construction asks for a place, a sum, a responsible unit and a deadline", () => {
  expect(missing(bare, "under_construction")).toEqual(["place", "plannedInvestment", "unit", "milestone"]);
  expect(missing(complete, "under_construction")).toEqual([]);
});

it("operation asks besides for a reading and for 竣工, where there are such things", () => {
  expect(missing(bare, "operating").slice(4)).toEqual(["reading", "completion"]);
  expect(missing({ ...bare, commitments: 0, openCompletions: [] }, "operating").slice(4)).toEqual([]);
});

it("a report that gives the reading and the day of 竣工 itself lacks neither", () => {
  const building = {
    ...complete,
    stage: "under_construction" as const,
    hasReading: false,
    openCompletions: [3],
  };
  expect(missing(building, "operating")).toEqual(["reading", "completion"]);
  expect(missing(withReported(building, { hasReading: true, met: [3] }), "operating")).toEqual([]);
  expect(missing(withReported(building, { hasReading: true, met: [1] }), "operating")).toEqual([
    "completion",
  ]);
});

it("nothing is asked for a stage that is reached, nor of a project that was terminated", () => {
  expect(missing({ ...bare, stage: "operating" }, "operating")).toEqual([]);
  expect(missing({ ...bare, isTerminated: true }, "under_construction")).toEqual([]);
  expect([nextStage("signed"), nextStage("under_construction"), nextStage("operating")]).toEqual([
    "under_construction",
    "operating",
    null,
  ]);
});

it("the warning names what is missing and lets the truth be told", () => {
  expect(advanceWarning(missingToAdvance(bare, "under_construction"))).toBe(
    "还缺落户地、计划总投资、责任单位、有时限的节点。情况属实就照实报，请在本期进展里说明，并补上缺的。",
  );
  expect(advanceWarning([])).toBeNull();
});

it("leads to the page that puts it right", () => {
  const links = missingToAdvance(bare, "operating").map(({ href }) => href);
  expect(new Set(links)).toEqual(
    new Set([
      "/staff/register/project/P2016-01",
      "/staff/projects/P2016-01/assign",
      "/staff/projects/P2016-01/report",
    ]),
  );
});

it("竣工 is found under the names that people give it", () => {
  expect(["竣工", "竣工验收", "一期竣工"].every(isCompletion)).toBe(true);
  expect(isCompletion("建设")).toBe(false);
});
