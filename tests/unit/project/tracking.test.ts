import { describe, expect, it } from "vitest";
import { monthsSilent, tracking } from "@/lib/project/tracking-rules";

const sourceOnly = { newestRecordOn: null, newestSourceOn: "2015-08-10" };
const reported = (newestRecordOn: string) => ({ ...sourceOnly, newestRecordOn });

describe("tracking", () => {
  it("of a project known from a fresh source alone is 跟踪中 for three months, then 待核实", () => {
    expect(tracking("2015-11-10", sourceOnly)).toBe("tracked");
    expect(tracking("2015-11-11", sourceOnly)).toBe("unverified");
    expect(tracking("2026-11-22", sourceOnly)).toBe("unverified");
  });

  it("of a project without any source is 待核实", () => {
    expect(tracking("2015-08-10", { newestRecordOn: null, newestSourceOn: null })).toBe("unverified");
  });

  it("is 断报 when the newest record is older than three months", () => {
    expect(tracking("2016-08-10", reported("2016-05-10"))).toBe("tracked");
    expect(tracking("2016-08-11", reported("2016-05-10"))).toBe("lapsed");
  });

  it("once recorded is never 待核实 again, and a fresh source does not mend 断报", () => {
    expect(tracking("2026-01-01", reported("2016-05-10"))).toBe("lapsed");
    expect(tracking("2016-12-01", { newestRecordOn: "2016-05-10", newestSourceOn: "2016-11-30" })).toBe(
      "lapsed",
    );
  });

  it("counts three months to the end of a shorter month", () => {
    expect(tracking("2016-05-31", reported("2016-02-29"))).toBe("tracked");
    expect(tracking("2016-05-31", reported("2016-02-28"))).toBe("lapsed");
  });

  it("counts the months of silence since a record, and none where there never was one", () => {
    expect(monthsSilent("2016-08-11", "2016-05-10")).toBe(3);
    expect(monthsSilent("2016-08-11", null)).toBeNull();
  });
});
