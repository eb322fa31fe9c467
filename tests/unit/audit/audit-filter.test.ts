import { describe, expect, it } from "vitest";
import { auditAddress, parseAuditFilter } from "@/lib/audit/audit-filter";
import { paths } from "@/lib/paths";

const parse = (query: string) => parseAuditFilter(new URLSearchParams(query));

describe("the filter of the audit", () => {
  it("takes what a person types", () => {
    expect(parse("person=%20zhao%20&subject=Ｐ2015-05&kind=report&from=2026年3月1日&to=2026/3/31")).toEqual({
      filter: {
        person: "zhao",
        subject: "P2015-05",
        kind: "report",
        from: "2026-03-01",
        to: "2026-03-31",
        outcome: null,
        before: null,
      },
      ignored: [],
    });
  });

  it("takes untouched fields and unknown names for nothing", () => {
    const { filter, ignored } = parse("person=&from=&colour=red");
    expect(ignored).toEqual([]);
    expect(Object.values(filter).every((value) => value === null)).toBe(true);
  });

  it.each([
    ["kind=nonsense", "kind"],
    ["outcome=maybe", "outcome"],
    ["from=2015-02-30", "from"],
    ["to=tomorrow", "to"],
    ["before=-3", "before"],
    ["before=99999999999999999999", "before"],
    ["person=a&person=b", "person"],
    [`subject=${"x".repeat(101)}`, "subject"],
    ["from=2016-02-01&to=2016-01-01", "to"],
  ])("leaves out what it cannot use, and says so: %s", (query, name) => {
    const { filter, ignored } = parse(query);
    expect(ignored).toEqual([name]);
    expect(filter).toMatchObject({ [name]: null });
  });

  it("comes back from its address", () => {
    const query = "/staff/audit?person=zhao&kind=report&from=2026-03-01&before=12";
    expect(paths.staffAudit(auditAddress(parse(query.split("?")[1] ?? "").filter))).toBe(query);
  });
});
