import { describe, expect, it } from "vitest";
import { dashboardAccess } from "@/lib/kpi/dashboard-access";
import { askedDay } from "@/lib/kpi/day-parameter-rules";

const today = "2026-11-22";

describe("the day in the dashboard's address", () => {
  it("is today when there is none", () => {
    expect(askedDay(undefined, today)).toEqual({ day: today, notice: null });
    expect(askedDay(" ", today)).toEqual({ day: today, notice: null });
  });

  it("may be written as people write it", () => {
    expect(askedDay("2015年8月10日", today)).toEqual({ day: "2015-08-10", notice: null });
    expect(askedDay(["2015-08-10", "2016-01-01"], today).day).toBe("2015-08-10");
  });

  it("is ignored with a notice when the calendar has no such day, or it is to come", () => {
    expect(askedDay("2015-02-30", today).day).toBe(today);
    expect(askedDay("2015-02-30", today).notice).toContain("2015 年 2 月没有 30 日");
    expect(askedDay("2026-11-23", today)).toEqual({
      day: today,
      notice: "统计日不能晚于今天。下面是今天（2026-11-22）的情况。",
    });
  });
});

describe("what a viewer may do from the dashboard", () => {
  const viewer = (role: "official" | "staff" | "reviewer" | "admin", mustChangePassword = false) => ({
    accountId: 1,
    name: role,
    displayName: role,
    role,
    sessionId: "1",
    mustChangePassword,
    mustAddSecondFactor: false,
    address: null,
  });

  it("is nothing before signing in, or with a password that somebody else chose", () => {
    const nothing = { canSeeInternal: false, canAssign: false, canVerify: false };
    expect(dashboardAccess(null)).toEqual({ isSignedIn: false, ...nothing });
    expect(dashboardAccess(viewer("reviewer", true))).toEqual({ isSignedIn: true, ...nothing });
    expect(dashboardAccess(viewer("admin"))).toEqual({ isSignedIn: true, ...nothing });
  });

  it("follows the role: officials look, staff verify, reviewers assign as well", () => {
    expect(dashboardAccess(viewer("official"))).toMatchObject({
      canSeeInternal: true,
      canAssign: false,
      canVerify: false,
    });
    expect(dashboardAccess(viewer("staff"))).toMatchObject({ canAssign: false, canVerify: true });
    expect(dashboardAccess(viewer("reviewer"))).toMatchObject({ canAssign: true, canVerify: true });
  });
});
