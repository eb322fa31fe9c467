import { describe, expect, it } from "vitest";
import { ofDay } from "@/lib/format/date-range";
import { type DatedMilestone, isOverdue, milestoneNow, overdueDays } from "@/lib/milestone/milestone-rules";
import { milestoneNowText } from "@/lib/text/milestone-text";

const construction: DatedMilestone = { dueOn: "2015-12-31", basis: "stated", actual: null };

describe("a milestone", () => {
  it("is overdue from the day after its deadline", () => {
    expect(isOverdue(construction, "2015-12-31")).toBe(false);
    expect(isOverdue(construction, "2016-01-01")).toBe(true);
    expect(overdueDays(construction, "2015-06-01")).toBe(0);
    expect(overdueDays(construction, "2016-01-30")).toBe(30);
  });

  it("is no longer overdue once done, and keeps how late it was", () => {
    const done = { ...construction, actual: ofDay("2016-01-10") };
    expect(isOverdue(done, "2016-01-09")).toBe(true);
    expect(isOverdue(done, "2016-01-10")).toBe(false);
    expect(overdueDays(done, "2026-11-22")).toBe(10);
  });

  it("without a deadline is never overdue and has no lateness", () => {
    const undated = { ...construction, dueOn: null };
    expect(isOverdue(undated, "2026-11-22")).toBe(false);
    expect(overdueDays(undated, "2026-11-22")).toBeNull();
  });
});

describe("the public word on a milestone", () => {
  const word = (milestone: DatedMilestone, day: string, newestRecordOn: string | null) =>
    milestoneNowText[milestoneNow(milestone, day, newestRecordOn)];

  it("says when a deadline passed and nothing was recorded since", () => {
    expect(word(construction, "2026-11-22", null)).toBe("时限已过、没有后续记录");
    expect(word(construction, "2026-11-22", "2015-10-10")).toBe("时限已过、没有后续记录");
  });

  it("claims no silence where there is a later record", () => {
    expect(word(construction, "2016-03-01", "2016-02-10")).toBe("时限已过、没有完成记录");
  });

  it("says 未到时限 through the last day and 已完成 from the day of completion", () => {
    expect(word(construction, "2015-12-31", null)).toBe("未到时限");
    expect(word({ ...construction, actual: ofDay("2015-12-01") }, "2015-12-31", "2015-12-05")).toBe("已完成");
    expect(word({ ...construction, actual: ofDay("2015-12-01") }, "2015-11-30", null)).toBe("未到时限");
  });

  it("says that the source gives no deadline", () => {
    expect(word({ ...construction, dueOn: null }, "2026-11-22", null)).toBe("来源未载明时限");
  });
});
