import { describe, expect, it, test } from "vitest";
import { askedByDayKey, dashboardDayKey } from "@/lib/kpi/dashboard-day-key";
import { askedDay } from "@/lib/kpi/day-parameter-rules";

const today = "2026-11-22";

test.each([
  null,
  "",
  "2015年8月10日",
  "２０１５－２－３０",
  "2015.13.1",
  "20150230",
  "2027-01-01",
  "昨天",
  "12345",
])("the key of %s asks the same as the address", (parameter) => {
  const asked = askedByDayKey(dashboardDayKey(parameter));
  expect(askedDay(asked?.asOf, today)).toEqual(askedDay(parameter ?? undefined, today));
});

describe("a key", () => {
  it("is one and the same for all that cannot be read", () => {
    expect(new Set(["昨天", "12345", "1-2-3", "../x", "x".repeat(9_999)].map(dashboardDayKey)).size).toBe(1);
  });

  it("has one spelling", () => {
    for (const text of ["2015/08/10", "20150810", "TODAY", "昨天"]) expect(askedByDayKey(text)).toBeNull();
  });
});
