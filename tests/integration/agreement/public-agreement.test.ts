import { beforeAll, describe, expect, it } from "vitest";
import { getPublicAgreement, listPublicAgreements } from "@/lib/agreement/agreement-queries";
import { groupPromises } from "@/lib/agreement/promise-groups";
import { sourceDocument } from "@/prisma/data/report-2015";
import { loadFacts } from "../../support/facts";
import { reportOnProject, secret } from "../../support/reported-project";

const day = "2026-11-22";

async function agreementOf(code: string) {
  const agreement = await getPublicAgreement(code, day);
  if (!agreement) throw new Error(`${code} is missing`);
  return agreement;
}

beforeAll(loadFacts);

describe("the list", () => {
  it("has the five agreements of the report, the newest code first", async () => {
    const { total, items } = await listPublicAgreements(day);
    expect(total).toBe(5);
    expect(items.map(({ code, projectCount }) => [code, projectCount])).toEqual([
      ["A2015-04", 1],
      ["A2015-03", 1],
      ["A2015-02", 4],
      ["A2015-01", 4],
      ["A2014-01", 1],
    ]);
  });

  it("counts the deadlines that have passed by the day, and none before it", async () => {
    const passed = async (on: string) => {
      const { items } = await listPublicAgreements(on);
      return items.reduce((sum, { passedPromises }) => sum + passedPromises, 0);
    };
    expect(await passed("2015-12-31")).toBe(0);
    expect(await passed("2016-01-01")).toBe(5);
    expect(await passed(day)).toBe(7);
  });
});

describe("an agreement", () => {
  it("without a stated title has none, and no party that the report does not name", async () => {
    const { title, callName, signed, parties } = await agreementOf("A2015-01");
    expect({ title, callName, signed }).toEqual({
      title: null,
      callName: "光启与遵义一方的协议",
      signed: { from: null, to: "2015-08-10", precision: "not_after" },
    });
    expect(parties.map(({ organization, nameInTitle }) => [organization?.slug ?? null, nameInTitle])).toEqual(
      [
        ["kuangchi", "深圳光启"],
        [null, "遵义一方"],
      ],
    );
  });

  it("may have no government party", async () => {
    const { parties } = await agreementOf("A2015-04");
    expect(parties.map(({ organization }) => organization?.kind)).toEqual(["enterprise", "enterprise"]);
  });

  it("says that its projects are our reading, with the reason", async () => {
    const { projects } = await agreementOf("A2015-02");
    expect(projects.map(({ code }) => code)).toEqual(["P2015-05", "P2015-06", "P2015-07", "P2015-08"]);
    for (const { citations } of projects) {
      expect(citations.map(({ field, basis }) => [field, basis])).toEqual([
        ["agreement", "inferred"],
        ["agreement", "inferred"],
      ]);
    }
  });

  it("states no amount and no responsible unit where none is known", async () => {
    const { agreedInvestment, responsibleUnits } = await agreementOf("A2015-02");
    expect({ agreedInvestment, responsibleUnits }).toEqual({ agreedInvestment: null, responsibleUnits: [] });
  });

  it("names the agreements that were signed with it", async () => {
    const { events } = await agreementOf("A2015-03");
    expect(events.map(({ code, others }) => [code, others.map((other) => other.code)])).toEqual([
      ["E2015-03", ["A2015-02", "A2015-04"]],
    ]);
  });

  it("promises the same thing of three projects in one line, with the scale beside it", async () => {
    const [construction, completion] = groupPromises((await agreementOf("A2015-02")).promises, day);
    expect(construction?.standing).toBe("passed");
    expect(construction?.items).toMatchObject([
      { title: "建设", projects: [{ code: "P2015-05" }, { code: "P2015-06" }, { code: "P2015-07" }] },
    ]);
    expect(construction?.scales).toMatchObject([
      { indicator: "机柜", target: 10_000, unit: "个" },
      { indicator: "服务器", target: 20_000, unit: "台", note: "报道作“个”" },
    ]);
    expect(completion?.items[0]?.projects).toMatchObject([
      { code: "P2015-05", isInferred: true },
      { code: "P2015-08", isInferred: false },
    ]);
  });

  it("is null for a code that nobody gave out", async () => {
    expect(await getPublicAgreement("A2099-01", day)).toBeNull();
  });

  it("names no person of the report", async () => {
    const { items } = await listPublicAgreements(day);
    const pages = await Promise.all(items.map(({ code }) => agreementOf(code)));
    const text = JSON.stringify([items, pages]);
    for (const { name } of sourceDocument.persons) expect(text).not.toContain(name);
  });
});

describe("once a project has reported", () => {
  beforeAll(reportOnProject);

  it("the agreement shows the unit that answers for it, and the deadline as it was moved", async () => {
    const { responsibleUnits, promises } = await agreementOf("A2015-02");
    expect(responsibleUnits).toEqual(["大数据局"]);
    const moved = promises.find(({ isRevised }) => isRevised);
    expect([moved?.originalDue?.to, moved?.due?.to]).toEqual(["2015-12-31", "2017-10-31"]);
  });

  it("nothing internal is read", async () => {
    expect(JSON.stringify(await agreementOf("A2015-02"))).not.toContain(secret);
  });
});
