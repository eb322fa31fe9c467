import { expect, it } from "vitest";
import { commitmentRefusals } from "@/lib/commitment/commitment-register-rules";
import type { CommitmentContent } from "@/lib/commitment/commitment-register-schema";
import { ofYear } from "@/lib/format/date-range";

const cabinets: CommitmentContent = {
  ordinal: 1,
  indicator: "机柜",
  target: 10_000,
  unit: "个",
  note: null,
  isMeasurable: true,
  due: ofYear(2017),
  reason: null,
};

const fields = (changed: Partial<CommitmentContent>) =>
  commitmentRefusals([{ ...cabinets, ...changed }], [cabinets]).map(({ field }) => field);

it("target and deadline move with a reason, and only then is there one", () => {
  expect(fields({ target: 12_000 })).toEqual(["commitment-0-reason"]);
  expect(fields({ due: ofYear(2018) })).toEqual(["commitment-0-reason"]);
  expect(fields({ target: 12_000, reason: "二期扩容" })).toEqual([]);
  expect(fields({ reason: "二期扩容" })).toEqual(["commitment-0-reason"]);
});

it("what was promised does not go away, nor change its unit", () => {
  expect(fields({ target: null })).toEqual(["commitment-0-target"]);
  expect(fields({ due: null })).toEqual(["commitment-0-due"]);
  expect(fields({ unit: "台" })).toEqual(["commitment-0-unit"]);
  expect(commitmentRefusals([], [cabinets]).map(({ field }) => field)).toEqual(["commitment"]);
});

it("what was left open is filled in without a reason", () => {
  const open = { ...cabinets, target: null, unit: null, due: null };
  expect(commitmentRefusals([cabinets], [open])).toEqual([]);
});
