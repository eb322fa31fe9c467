import { beforeAll, describe, expect, it } from "vitest";
import { ofDay, ofMonth, ofYear } from "@/lib/format/date-range";
import { projectChanges } from "@/lib/project/project-changes";
import { projectCitations } from "@/lib/project/project-citations";
import type { PublicProject } from "@/lib/project/project-dto";
import { listPublicProjects } from "@/lib/project/project-list-queries";
import { getPublicProject } from "@/lib/project/project-queries";
import { defaultProjectQuery } from "@/lib/project/project-query";
import { loadFacts } from "../../support/facts";
import { reportOnProject, secret } from "../../support/reported-project";

const day = "2017-01-20";

async function get(code: string): Promise<PublicProject> {
  const project = await getPublicProject(code, day);
  if (!project) throw new Error(`${code} is not there`);
  return project;
}

beforeAll(async () => {
  await loadFacts();
  await reportOnProject();
});

it("is null for a code that no project has", async () => {
  expect(await getPublicProject("P2099-01", day)).toBeNull();
});

describe("a project of the report alone", () => {
  it("states what is missing as null, never as 0", async () => {
    expect(await get("P2015-09")).toMatchObject({
      place: null,
      condition: null,
      percent: null,
      plannedInvestment: null,
      agreedInvestment: null,
      arrivedFunds: null,
      completedInvestment: null,
      reportedOn: null,
      responsibleUnit: null,
      tracking: "unverified",
    });
  });

  it("names both enterprises in their order", async () => {
    const { enterprises } = await get("P2015-09");
    expect(enterprises.map(({ shortName }) => shortName)).toEqual(["中兴", "以晴"]);
  });

  it("says why its agreement is not known", async () => {
    expect(await get("P2015-11")).toMatchObject({
      agreement: null,
      agreementNote: "报道没有写明。按签约方，可能是 A2015-03 或 A2015-04",
    });
  });

  it("carries its figures with their citations", async () => {
    const { figures } = await get("P2014-01");
    expect(figures).toMatchObject([
      {
        metric: "科工贸产值",
        money: { amount: "5000000000", currency: "CNY" },
        period: { to: "2014-12-31" },
      },
    ]);
    expect(figures[0]?.citations).toHaveLength(1);
  });

  it.each(["P2014-01", "P2015-01", "P2015-05", "P2015-09", "P2015-13"])(
    "%s has a citation for everything it states",
    async (code) => {
      const project = await get(code);
      const parts = [
        ...project.stageEvents,
        ...project.commitments,
        ...project.milestones,
        ...project.figures,
      ];
      expect(parts.filter(({ citations }) => citations.length === 0)).toEqual([]);
      expect(project.citations.map(({ field }) => field)).toEqual(
        expect.arrayContaining(["name", "enterprises"]),
      );
      expect(projectCitations(project).filter(({ source, reportId }) => !source && !reportId)).toEqual([]);
    },
  );
});

describe("a project that is reported on", () => {
  it("stands where its published reports and checks say", async () => {
    expect(await get("P2015-05")).toMatchObject({
      stage: "under_construction",
      stageEffective: ofDay("2016-03-18"),
      condition: "active",
      percent: 52,
      reportedOn: "2016-12-10",
      tracking: "tracked",
      responsibleUnit: "大数据局",
      plannedInvestment: { amount: "860000000", currency: "CNY" },
      due: { range: ofMonth(2017, 10), basis: "stated" },
    });
  });

  it("shows money only as far as a reviewer cleared it", async () => {
    const { arrivedFunds, completedInvestment, reports } = await get("P2015-05");
    expect([arrivedFunds?.amount, completedInvestment?.amount]).toEqual(["200000000", "210000000"]);
    expect(reports.map((report) => report.arrivedFunds?.amount ?? null)).toEqual([null, "200000000", null]);
  });

  it("lists its published reports, newest first, with what they met, read and changed", async () => {
    const { reports } = await get("P2015-05");
    expect(reports.map(({ period }) => period)).toEqual(["2016-10-01", "2016-06-01", "2016-03-01"]);
    expect(reports[1]).toMatchObject({
      readings: [{ indicator: "机柜", value: 1200, unit: "个" }],
      milestonesMet: [{ title: "建设", actual: ofDay("2016-06-20") }],
    });
    expect(reports[2]).toMatchObject({
      stageChange: { stage: "under_construction", effective: ofDay("2016-03-18") },
      conditionChange: "active",
    });
  });

  it("keeps the original date and target beside the current ones", async () => {
    const { milestones, commitments } = await get("P2015-05");
    expect(milestones[1]).toMatchObject({
      planned: ofYear(2015),
      revised: ofMonth(2017, 10),
      revisions: [{ from: ofYear(2015), to: ofMonth(2017, 10), reason: "分两期交付" }],
    });
    expect(milestones[0]).toMatchObject({ actual: ofDay("2016-06-20") });
    expect(commitments[0]).toMatchObject({
      originalTarget: 10_000,
      target: 12_000,
      reading: { value: 1200, period: "2016-06-01" },
    });
  });

  it("shows a published status check", async () => {
    const { statusChecks } = await get("P2015-05");
    expect(statusChecks).toMatchObject([
      { answer: "under_construction", evidenceKind: "site_visit", evidence: "现场照片 12 张" },
    ]);
  });

  it("leaves out a stage that was retracted, and says that it was", async () => {
    const { stageEvents, corrections } = await get("P2015-05");
    expect(stageEvents.map(({ stage }) => stage)).toEqual(["signed", "under_construction"]);
    expect(corrections).toMatchObject([{ stage: "operating", condition: null }]);
  });

  it("tells that a report was withdrawn and of which month, never what it said", async () => {
    const { withdrawals } = await get("P2015-05");
    expect(withdrawals).toMatchObject([{ kind: "report", period: "2016-05-01" }]);
    expect(Object.keys(withdrawals[0] ?? {})).toEqual(["kind", "period", "publishedAt", "withdrawnAt"]);
  });

  it("leaves a trace of every change, newest first", async () => {
    const changes = projectChanges({ ...(await get("P2015-05")), registeredAt: "2016-01-01T00:00:00Z" });
    expect(changes.map(({ on, sentence }) => `${on} ${sentence}`)).toEqual([
      "2016-12-10 发布现状核实：在建。",
      "2016-11-16 承诺事项“机柜”的目标值由 10,000 个改为 12,000 个。原因：二期扩容",
      "2016-11-15 节点“设计和建设完成”的时限由 2015 年改为 2017-10。原因：分两期交付",
      "2016-11-08 发布 2016 年 10 月的进展填报。",
      "2016-07-08 发布 2016 年 6 月的进展填报。",
      "2016-06-09 撤回 2016 年 5 月的进展填报，内容不再显示。",
      "2016-05-20 更正阶段：原来记录的“投产运营”有误，已作废。",
      "2016-04-08 发布 2016 年 3 月的进展填报。",
      "2016-01-01 首次登记，依据 2015-08-10 的报道。",
    ]);
  });
});

describe("the public", () => {
  it("never reads a draft, a problem, an unpublished report, uncleared money or a person", async () => {
    const project = await get("P2015-05");
    const { items } = await listPublicProjects(defaultProjectQuery, day);
    const everything = JSON.stringify({ project, items });
    for (const internal of [secret, "987654321", "987654322", "赵专员", "孙审核"]) {
      expect(everything).not.toContain(internal);
    }
    expect(project.reports.map(({ percent }) => percent)).toEqual([52, 38, 5]);
  });
});
