import { expect, it } from "vitest";
import { ofDay, ofYear } from "@/lib/format/date-range";
import { milestoneRefusals } from "@/lib/milestone/milestone-register-rules";
import type { MilestoneContent } from "@/lib/milestone/milestone-register-schema";

const land: MilestoneContent = { ordinal: 1, title: "用地", note: null, planned: ofYear(2016), reason: null };
const undated: MilestoneContent = { ...land, ordinal: 2, title: "环评", planned: null };
const before = [land, undated];

const fields = (rows: readonly MilestoneContent[]) =>
  milestoneRefusals(rows, before).map(({ field }) => field);

it("a deadline in force moves with a reason, and only then is there one", () => {
  const moved = { ...land, planned: ofDay("2016-12-31") };
  expect(fields([moved, undated])).toEqual(["milestone-0-reason"]);
  expect(fields([{ ...moved, reason: "材料补正" }, undated])).toEqual([]);
  expect(fields([{ ...land, reason: "材料补正" }, undated])).toEqual(["milestone-0-reason"]);
});

it("a deadline never goes away, so that no light gets better by it", () => {
  expect(fields([{ ...land, planned: null, reason: "不做了" }, undated])).toEqual(["milestone-0-planned"]);
});

it("a first deadline needs no reason of its own", () => {
  expect(fields([land, { ...undated, planned: ofYear(2017) }])).toEqual([]);
});

it("a published milestone stays in the list; new ones have other names", () => {
  expect(fields([undated])).toEqual(["milestone"]);
  const added = { ...undated, ordinal: null };
  expect(fields([land, undated, { ...added, title: "竣工" }])).toEqual([]);
  expect(fields([land, undated, added])).toEqual(["milestone-2-title"]);
  expect(fields([land, undated, { ...added, title: "竣工", ordinal: 7 }])).toEqual(["milestone-2-title"]);
});
