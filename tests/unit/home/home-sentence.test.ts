import { expect, it } from "vitest";
import { homeKnowledge, homeMatrixTitle, homeStatement } from "@/lib/home/home-sentence";

const firstDay = {
  total: 14,
  stageCounts: { signed: 13, under_construction: 0, operating: 1 },
  sourceCount: 1,
  registeredCount: 0,
  newestSourceOn: "2015-08-10",
  newestReportOn: null,
  reportedCount: 0,
  unverifiedCount: 14,
};

it("an empty register says so, and nothing of its age", () => {
  const empty = {
    ...firstDay,
    total: 0,
    stageCounts: { signed: 0, under_construction: 0, operating: 0 },
    sourceCount: 0,
    newestSourceOn: null,
    unverifiedCount: 0,
  };
  expect(homeStatement(empty)).toBe("还没有登记项目。");
  expect(homeKnowledge(empty, "2026-11-22")).toBeNull();
  expect(homeMatrixTitle(empty)).toBe("当前阶段");
});

it("with several sources their number and the newest day are said", () => {
  const home = { ...firstDay, sourceCount: 3, newestSourceOn: "2015-09-01" };
  expect(homeStatement(home)).toBe(
    "据 3 份来源，最近一份是 2015-09-01 的，登记 14 个项目：13 个已签约，1 个已投产。",
  );
});

it("projects that were registered since are told apart from what the sources brought", () => {
  const home = {
    ...firstDay,
    total: 15,
    stageCounts: { ...firstDay.stageCounts, signed: 14 },
    registeredCount: 1,
  };
  expect(homeStatement({ ...home, newestSourceOn: "2026-11-20" })).toBe(
    "据 1 份来源和 1 份登记材料，最近一份是 2026-11-20 的，登记 15 个项目：14 个已签约，1 个已投产。",
  );
});

it("while the source is fresh nothing waits to be verified", () => {
  expect(homeKnowledge({ ...firstDay, unverifiedCount: 0 }, "2015-09-01")).toBe("还没有填报。");
});

it("with newer sources only some projects wait", () => {
  const home = { ...firstDay, newestSourceOn: "2026-05-01", unverifiedCount: 3 };
  expect(homeKnowledge(home, "2026-11-22")).toBe("此后 6 个月没有新记录，3 个项目待核实。");
});

it("when all have reported, nothing is left to verify", () => {
  const home = { ...firstDay, newestReportOn: "2017-06-08", reportedCount: 14, unverifiedCount: 0 };
  expect(homeKnowledge(home, "2017-06-30")).toBe("最近填报 2017-06-08。14 个项目中 14 个有填报或核实。");
});
