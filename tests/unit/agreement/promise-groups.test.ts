import { describe, expect, it } from "vitest";
import type { AgreementPromise } from "@/lib/agreement/agreement-dto";
import { groupPromises, withoutUndatedDetails } from "@/lib/agreement/promise-groups";
import { ofDay, ofYear } from "@/lib/format/date-range";

const day = "2026-11-22";

const stated = (paragraph: number, field = "title") => ({
  field,
  basis: "stated" as const,
  reason: null,
  source: { slug: "report", publishedOn: "2015-08-10", paragraph },
  reportId: null,
  statusCheckId: null,
  registerChangeId: null,
});

const promise = (code: string, given: Partial<AgreementPromise> = {}): AgreementPromise => ({
  kind: "milestone",
  project: { code, name: `项目${code}` },
  title: "建设",
  note: null,
  target: null,
  unit: null,
  due: ofYear(2015),
  originalDue: ofYear(2015),
  isRevised: false,
  actual: null,
  isReported: false,
  citations: [stated(15)],
  ...given,
});

const undated = { due: null, originalDue: null };

describe("promises stand together", () => {
  it("when the same paragraph gives them the same deadline", () => {
    const groups = groupPromises([promise("1"), promise("2")], day);
    expect(groups.map(({ items }) => items[0]?.projects.map(({ code }) => code))).toEqual([["1", "2"]]);
  });

  it("unless another paragraph says it, one was met, or one was moved", () => {
    const groups = groupPromises(
      [
        promise("1"),
        promise("2", { citations: [stated(16)] }),
        promise("3", { actual: ofDay("2015-12-01") }),
        promise("4", { isRevised: true, due: ofYear(2016) }),
      ],
      day,
    );
    expect(groups).toHaveLength(4);
  });
});

describe("a promise", () => {
  it.each([
    ["met", { actual: ofDay("2016-01-20") }, day],
    ["passed", {}, "2016-01-01"],
    ["ahead", {}, "2015-12-31"],
    ["undated", undated, day],
  ] as const)("is %s by its record, its deadline and the day", (standing, given, on) => {
    expect(groupPromises([promise("1", given)], on)[0]?.standing).toBe(standing);
  });

  it("with a quantity and no deadline is the scale of what the same paragraph wants built", () => {
    const scale = promise("1", { kind: "commitment", title: "机柜", target: 10_000, unit: "个", ...undated });
    const [group, ...others] = groupPromises([scale, promise("1")], day);
    expect(others).toEqual([]);
    expect(group?.scales).toMatchObject([{ indicator: "机柜", target: 10_000, unit: "个" }]);
  });

  it("with a quantity stands alone where nothing else is promised of that project", () => {
    const scale = promise("2", { kind: "commitment", target: 10_000, unit: "个", ...undated });
    expect(groupPromises([promise("1"), scale], day).map(({ due }) => due?.to ?? null)).toEqual([
      "2015-12-31",
      null,
    ]);
  });

  it("gives its reasons once, and a note that a reason repeats not at all", () => {
    const reason = "没有写明是哪一个，读作本项目";
    const inferred = { ...stated(15), basis: "inferred" as const, reason };
    const given = { note: "没有写明是哪一个", citations: [inferred, { ...inferred, field: "planned" }] };
    const [group] = groupPromises([promise("1", given)], day);
    expect(group?.items[0]?.remarks).toEqual([reason]);
    expect(group?.items[0]?.projects[0]?.isInferred).toBe(true);
  });

  it("without a deadline is a detail where its project has one with a deadline", () => {
    const detail = promise("1", { title: "建成", ...undated });
    const only = promise("2", undated);
    expect(withoutUndatedDetails([promise("1"), detail, only])).toEqual([promise("1"), only]);
  });
});
