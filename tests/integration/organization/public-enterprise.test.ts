import { beforeAll, describe, expect, it } from "vitest";
import { getPublicEnterprise, listPublicEnterprises } from "@/lib/organization/organization-queries";
import { sourceDocument } from "@/prisma/data/report-2015";
import { loadFacts } from "../../support/facts";

const day = "2026-11-22";

async function enterpriseOf(slug: string) {
  const enterprise = await getPublicEnterprise(slug, day);
  if (!enterprise) throw new Error(`${slug} is missing`);
  return enterprise;
}

beforeAll(loadFacts);

describe("the list", () => {
  it("has the enterprises only, and the one that only signed carries no project", async () => {
    const { total, items } = await listPublicEnterprises();
    expect(total).toBe(4);
    expect(items.map(({ slug, projectCount, jointCount }) => [slug, projectCount, jointCount])).toEqual([
      ["kuangchi", 4, 0],
      ["zte", 9, 5],
      ["zte-wangxin", 0, 0],
      ["eqing", 6, 5],
    ]);
  });
});

describe("an enterprise", () => {
  it("lists the projects that it shares beside its own", async () => {
    const { projects } = await enterpriseOf("zte");
    const joint = projects.filter(({ partners }) => partners.some(({ slug }) => slug === "eqing"));
    expect([projects.length, joint.length]).toEqual([9, 5]);
  });

  it("counts its projects by stage", async () => {
    const { stageCounts } = await enterpriseOf("eqing");
    expect(stageCounts).toEqual({ signed: 5, under_construction: 0, operating: 1 });
  });

  it("has its own figures, each with its period and unit, and never those of its park", async () => {
    const { figures } = await enterpriseOf("eqing");
    expect(figures.map(({ metric, money, period }) => [metric, money, period?.precision])).toEqual([
      ["产值", { amount: "2500000000", currency: "CNY" }, "half_year"],
      ["进出口总额", { amount: "450000000", currency: "USD" }, "half_year"],
    ]);
    for (const { citations } of figures) expect(citations).toHaveLength(1);
  });

  it("says why four names are read as one enterprise", async () => {
    const { aliases, citations } = await enterpriseOf("zte");
    expect(aliases).toEqual(["中兴通讯", "中兴集团", "深圳中兴集团"]);
    const reasons = citations.filter(({ field }) => field === "aliases").map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set(["报道用了四个名称，读作同一家企业"]));
  });

  it("that only signed is a party of that agreement", async () => {
    const { agreements, projects } = await enterpriseOf("zte-wangxin");
    expect(agreements.map(({ code }) => code)).toEqual(["A2015-03"]);
    expect(projects).toEqual([]);
  });

  it("is null for a government, a zone and an unknown slug", async () => {
    for (const slug of ["zunyi", "xinpu", "nobody"]) expect(await getPublicEnterprise(slug, day)).toBeNull();
  });

  it("names no person of the report", async () => {
    const { items } = await listPublicEnterprises();
    const text = JSON.stringify(await Promise.all(items.map(({ slug }) => enterpriseOf(slug))));
    for (const { name } of sourceDocument.persons) expect(text).not.toContain(name);
  });
});
