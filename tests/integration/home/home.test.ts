import { beforeAll, describe, expect, it } from "vitest";
import { groupPromises, withoutUndatedDetails } from "@/lib/agreement/promise-groups";
import { getHome } from "@/lib/home/home-queries";
import { homeKnowledge, homeMatrixTitle, homeStatement } from "@/lib/home/home-sentence";
import { getSiteStatus, listPageKeys } from "@/lib/site/site-queries";
import { sourceDocument } from "@/prisma/data/report-2015";
import { loadFacts } from "../../support/facts";
import { reportOnProject, secret } from "../../support/reported-project";

const day = "2026-11-22";

beforeAll(loadFacts);

describe("eleven years after the report", () => {
  it("the home page says what the report says, and how long nothing was heard since", async () => {
    const home = await getHome(day);
    expect(homeStatement(home)).toBe("据 2015-08-10 的一篇报道，登记 14 个项目：13 个已签约，1 个已投产。");
    expect(homeKnowledge(home, day)).toBe("此后 11 年 3 个月没有新记录，现状待核实。");
    expect(homeMatrixTitle(home)).toBe("2015-08-10 的情况");
  });

  it("projects are grouped by their set of enterprises, each counted once", async () => {
    const { enterpriseSets, total } = await getHome(day);
    expect(
      enterpriseSets.map(({ enterprises, count }) => [enterprises.map(({ slug }) => slug).join("+"), count]),
    ).toEqual([
      ["kuangchi", 4],
      ["zte", 4],
      ["zte+eqing", 5],
      ["eqing", 1],
    ]);
    expect(enterpriseSets.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });

  it("promises are grouped by deadline and place, those without a deadline last", async () => {
    const groups = groupPromises(withoutUndatedDetails((await getHome(day)).promises), day);
    expect(
      groups.map(({ due, standing, items }) => [
        due && `${due.from} ${due.to}`,
        standing,
        new Set(items.flatMap(({ projects }) => projects.map(({ code }) => code))).size,
      ]),
    ).toEqual([
      ["2015-07-01 2015-12-31", "passed", 3],
      ["2015-01-01 2015-12-31", "passed", 2],
      ["2016-08-01 2016-08-31", "passed", 4],
      [null, "undated", 5],
    ]);
  });

  it("records are the newest first and at most 8, without signings of unknown date", async () => {
    const { records } = await getHome(day);
    const days = records.map(({ on }) => on.to);
    expect(days).toEqual([...days].sort().reverse());
    expect(records).toHaveLength(8);
    expect(records.flatMap((record) => (record.kind === "stage" ? [record.stages] : []))).toEqual([
      ["signed", "under_construction", "operating"],
    ]);
  });

  it("nothing that happened later than the day is among the records", async () => {
    const { records } = await getHome("2015-07-01");
    expect(records.every(({ on }) => on.to <= "2015-07-01")).toBe(true);
    expect(records.length).toBeGreaterThan(0);
  });

  it("no person of the report is named", async () => {
    const text = JSON.stringify(await getHome(day));
    for (const { name } of sourceDocument.persons) expect(text).not.toContain(name);
  });

  it("every project, agreement, enterprise and source has an address of its own", async () => {
    const keys = await listPageKeys();
    expect(
      [keys.projects, keys.agreements, keys.enterprises, keys.sources].map(({ length }) => length),
    ).toEqual([14, 5, 4, 1]);
  });
});

describe("once a project has reported", () => {
  beforeAll(reportOnProject);

  it("the home page counts current stages and says when it last heard", async () => {
    const home = await getHome(day);
    expect(homeStatement(home)).toBe("累计签约 14 个；当前阶段：已签约（无开工记录）12，在建 1，已投产 1。");
    expect(homeKnowledge(home, day)).toBe(
      `最近填报 ${home.newestReportOn}。14 个项目中 1 个有填报或核实，13 个待核实。`,
    );
    expect(homeMatrixTitle(home)).toBe("当前阶段");
  });

  it("nothing internal is read", async () => {
    expect(JSON.stringify(await getHome(day))).not.toContain(secret);
  });

  it("the frame of every page names the newest report", async () => {
    const { newestReportOn } = await getHome(day);
    expect(newestReportOn).not.toBeNull();
    expect(await getSiteStatus()).toEqual({
      isDemo: false,
      sourcedOn: "2015-08-10",
      reportedOn: newestReportOn,
    });
  });
});
