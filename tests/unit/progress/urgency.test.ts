import { expect, test } from "vitest";
import { dueByUrgency, urgencyOf } from "@/lib/progress/urgency-rules";

const today = "2016-09-20";

test("today and before is now, within seven days is soon", () => {
  expect(
    ["2016-09-19", today, "2016-09-21", "2016-09-27", "2016-09-28"].map((on) => urgencyOf(on, today)),
  ).toEqual(["now", "now", "soon", "soon", "later"]);
});

test("reports are due by the urgency of their rounds", () => {
  const rounds = [
    { period: "2016-07-01", dueOn: "2016-08-10" },
    { period: "2016-08-01", dueOn: today },
    { period: "2016-09-01", dueOn: "2016-10-10" },
  ];
  expect(dueByUrgency(rounds, { "2016-07-01": 2, "2016-08-01": 3 }, today)).toEqual({
    now: { periods: ["2016-07-01", "2016-08-01"], count: 5 },
    soon: { periods: [], count: 0 },
    later: { periods: ["2016-09-01"], count: 0 },
  });
});
