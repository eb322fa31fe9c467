import { describe, expect, test } from "vitest";
import { notAfter, ofDay, ofYear } from "@/lib/format/date-range";
import type { Standing } from "@/lib/project/project-rules";
import { checkRefusals, effectsOf, statusAnswers } from "@/lib/status-check/status-check-rules";

const signed: Standing = {
  stage: "signed",
  effective: notAfter("2015-08-10"),
  condition: null,
  conditionOn: null,
};
const building: Standing = {
  stage: "under_construction",
  effective: ofYear(2015),
  condition: "active",
  conditionOn: "2016-01-31",
};
const operating: Standing = {
  stage: "operating",
  effective: ofYear(2014),
  condition: null,
  conditionOn: null,
};
const ended: Standing = { ...signed, condition: "terminated" };

const today = "2016-09-20";
const check = { on: ofDay("2016-09-01"), reason: null, evidence: "现场查看" };

describe("an answer adds what the record lacks, and nothing else", () => {
  test.each([
    ["operating", signed, { stage: "operating", condition: null }],
    ["operating", operating, { stage: null, condition: null }],
    ["under_construction", signed, { stage: "under_construction", condition: null }],
    ["not_started", signed, { stage: null, condition: null }],
    ["terminated", building, { stage: null, condition: "terminated" }],
    ["terminated", ended, { stage: null, condition: null }],
    ["unclear", operating, { stage: null, condition: null }],
  ] as const)("%s", (answer, standing, effects) => {
    expect(effectsOf(answer, standing)).toEqual(effects);
  });
});

describe("an answer may not take a project back", () => {
  test.each([
    ["not_started", building],
    ["not_started", operating],
    ["under_construction", operating],
    ["operating", ended],
  ] as const)("%s", (answer, standing) => {
    const refusals = checkRefusals({ ...check, answer }, standing, today);
    expect(refusals).toEqual([{ field: "answer", message: expect.stringContaining("更正") }]);
  });
});

test("not knowing is always an answer", () => {
  for (const standing of [signed, building, operating, ended]) {
    expect(checkRefusals({ ...check, answer: "unclear" }, standing, today)).toEqual([]);
  }
});

test("no answer is about the future", () => {
  for (const answer of statusAnswers) {
    const refusals = checkRefusals({ ...check, answer, on: ofYear(2016) }, signed, today);
    expect(refusals).toMatchObject([{ field: "on" }]);
  }
});

test("a project does not end before it began", () => {
  const ending = { ...check, answer: "terminated" as const, reason: "解约" };
  const since = { ...building, effective: ofDay("2016-02-01") };
  expect(
    checkRefusals({ ...ending, on: ofDay("2016-01-31") }, { ...since, conditionOn: null }, today),
  ).toEqual([{ field: "on", message: "终止日期早于开工日期，请核对这两个日期。" }]);
  expect(
    checkRefusals({ ...ending, on: ofYear(2016) }, { ...since, conditionOn: null }, "2017-01-01"),
  ).toEqual([]);
});

test("an end before the condition on record would change nothing", () => {
  const ending = { ...check, answer: "terminated" as const, reason: "解约" };
  expect(checkRefusals({ ...ending, on: ofYear(2015) }, building, today)).toMatchObject([{ field: "on" }]);
  expect(checkRefusals(ending, building, today)).toEqual([]);
});

test("found operating, a signed project needs no other reason than the evidence", () => {
  expect(checkRefusals({ ...check, answer: "operating" }, signed, today)).toEqual([]);
});
