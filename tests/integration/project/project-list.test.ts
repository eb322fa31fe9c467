import { beforeAll, describe, expect, it } from "vitest";
import { listPublicProjects } from "@/lib/project/project-list-queries";
import { defaultProjectQuery, type ProjectQuery } from "@/lib/project/project-query";
import { getRegisterSummary } from "@/lib/project/register-summary-queries";
import { loadFacts } from "../../support/facts";

const day = "2026-11-22";

const list = (query: Partial<ProjectQuery> = {}) =>
  listPublicProjects({ ...defaultProjectQuery, ...query }, day);

/** Codes without their P20, so that a line of them can be read. */
async function codes(query: Partial<ProjectQuery>) {
  const { items } = await list(query);
  return items.map(({ code }) => code.replace("P20", "")).join(" ");
}

const byKuangchi = "15-01 15-02 15-03 15-04";
const byZteAlone = "15-05 15-06 15-07 15-08";
const joint = "15-09 15-10 15-11 15-12 15-13";

beforeAll(loadFacts);

describe("the register", () => {
  it("has 14 projects: 13 signed, none under construction, 1 operating", async () => {
    const { total, stageCounts } = await list();
    expect({ total, stageCounts }).toEqual({
      total: 14,
      stageCounts: { signed: 13, under_construction: 0, operating: 1 },
    });
  });

  it("knows no condition, and every project waits to be verified", async () => {
    expect((await list()).unverifiedCount).toBe(14);
    expect(await getRegisterSummary()).toMatchObject({
      registered: 14,
      knowsConditions: false,
      latest: { sourcedOn: "2015-08-10", reportedOn: null },
    });
  });

  it("offers the enterprises and places that have projects", async () => {
    const { choices } = await getRegisterSummary();
    expect(choices.enterprises.map(({ slug }) => slug)).toEqual(["kuangchi", "zte", "eqing"]);
    expect(choices.places.map(({ name }) => name)).toEqual(["新蒲新区", "遵义"]);
  });

  it("marks what is our reading", async () => {
    const { items } = await list({ q: "P2015-08" });
    expect(items[0]?.inferred).toEqual(["agreement", "place", "stage"]);
  });
});

describe("a filter", () => {
  it.each([
    [{ stage: "operating" }, "14-01"],
    [{ stage: "under_construction" }, ""],
    [{ condition: "active" }, ""],
    [{ enterprise: "kuangchi" }, byKuangchi],
    [{ enterprise: "zte" }, `${byZteAlone} ${joint}`],
    [{ enterprise: "eqing" }, `14-01 ${joint}`],
    [{ enterprise: "nobody" }, ""],
    [{ place: "xinpu" }, `14-01 ${byKuangchi}`],
    [{ place: "none" }, "15-09 15-12"],
    [{ due: "past" }, `${byZteAlone} 15-09 15-10 15-11 15-12`],
    [{ due: "ahead" }, ""],
    [{ due: "none" }, `14-01 ${byKuangchi} 15-13`],
    [{ stage: "signed", enterprise: "eqing", place: "none" }, "15-09 15-12"],
  ] as const)("%o selects %s", async (query, expected) => {
    expect(await codes(query)).toBe(expected);
  });

  it("of 未核实 selects projects without a condition", async () => {
    expect((await list({ condition: "unverified" })).total).toBe(14);
  });

  it("does not change the counts of the stages beside it when it is a stage", async () => {
    const { total, stageCounts } = await list({ stage: "operating", enterprise: "eqing" });
    expect({ total, stageCounts }).toEqual({
      total: 1,
      stageCounts: { signed: 5, under_construction: 0, operating: 1 },
    });
  });

  it("counts a deadline of today as ahead, and of yesterday as past", async () => {
    const on = (asOf: string, due: "past" | "ahead") =>
      listPublicProjects({ ...defaultProjectQuery, due, q: "P2015-08" }, asOf);
    expect((await on("2015-12-31", "ahead")).total).toBe(1);
    expect((await on("2016-01-01", "past")).total).toBe(1);
  });
});

describe("a search", () => {
  it.each([
    ["中兴", `${byZteAlone} ${joint}`],
    ["zxdsj", "15-05 15-06 15-09"],
    ["P2015-05", "15-05"],
    ["p2015-05", "15-05"],
    ["Ｐ２０１５－０５", "15-05"],
    ["zhongxing", "15-05 15-06 15-07 15-09 15-13"],
    ["中兴 平台", "15-06 15-10 15-11"],
    ["平台 光启", "15-01"],
    ["%", ""],
    ["_", ""],
    ["\\", ""],
    ["' or 1=1 --", ""],
  ])("for %s finds %s", async (q, expected) => {
    expect(await codes({ q })).toBe(expected);
  });
});

describe("the order", () => {
  it("is by code, either way", async () => {
    expect((await codes({ sort: "code" })).startsWith("14-01 15-01")).toBe(true);
    expect((await codes({ sort: "-code" })).startsWith("15-13 15-12")).toBe(true);
  });

  it("of names is that of a Chinese dictionary", async () => {
    const { items } = await list({ sort: "name" });
    expect(items.slice(0, 4).map(({ name }) => name)).toEqual([
      "安居房光纤入户工程",
      "产学研及人才培养中心",
      "光启遵义创新中心",
      "光子技术认证系统示范工程",
    ]);
  });

  it("of deadlines leaves projects without one at the end, either way", async () => {
    expect(await codes({ sort: "due" })).toBe(
      `${byZteAlone} 15-09 15-10 15-11 15-12 14-01 ${byKuangchi} 15-13`,
    );
    expect(await codes({ sort: "-due" })).toBe(
      `15-09 15-10 15-11 15-12 ${byZteAlone} 14-01 ${byKuangchi} 15-13`,
    );
  });

  it("of stages ends with operation, or begins with it", async () => {
    expect((await codes({ sort: "stage" })).endsWith("14-01")).toBe(true);
    expect((await codes({ sort: "-stage" })).startsWith("14-01")).toBe(true);
  });

  it("of records falls back to the code where they are equal", async () => {
    expect(await codes({ sort: "-record" })).toBe(await codes({ sort: "code" }));
  });
});

describe("a page", () => {
  it("holds its part, and all pages together hold every project once", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => codes({ page, pageSize: 5 })));
    expect(pages.map((page) => page.split(" ").length)).toEqual([5, 5, 4]);
    expect(new Set(pages.flatMap((page) => page.split(" "))).size).toBe(14);
  });

  it("beyond the last one is empty, so that a program that reads on comes to an end", async () => {
    const { total, page, items } = await list({ page: 9 });
    expect({ total, page, items }).toEqual({ total: 14, page: 9, items: [] });
  });
});
