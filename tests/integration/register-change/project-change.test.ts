import { beforeAll, describe, expect, it } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { ofDay, ofMonth } from "@/lib/format/date-range";
import { getPublicProject } from "@/lib/project/project-queries";
import { findDuplicates } from "@/lib/register-change/duplicate-queries";
import { findWholeProject } from "@/lib/register-change/project-content-queries";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { publishChange, withdrawChange } from "@/lib/register-change/register-review-commands";
import { SeparationRefused } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import {
  plainProject,
  projectCreation,
  projectEdit,
  publishedChange,
} from "../../support/registered-project";
import { auditOf, openDesk, projectRow, testDay } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

async function current(key: string) {
  const thing = await findWholeProject(db, { key });
  if (!thing) throw new Error(`${key} is not there`);
  return thing;
}

const page = async (key: string) => {
  const project = await getPublicProject(key, testDay);
  if (!project) throw new Error(`${key} is not there`);
  return project;
};

const edited = async (key: string, changed: Partial<WholeProject>) =>
  publishedChange(zhao, sun, projectEdit(await current(key), changed));

const refusedFields = async (content: Partial<WholeProject>) => {
  const refusal = await submitChange(zhao, projectCreation(content)).catch((error) => error);
  return Object.keys(refusal.fieldErrors ?? {});
};

describe("a registration", () => {
  it("counts once a reviewer published it, with a code of the year in which it was signed", async () => {
    const { id } = await submitChange(zhao, projectCreation());
    await expect(publishChange(zhao, { id, version: 1 })).rejects.toThrow(Forbidden);
    const { key } = await publishChange(sun, { id, version: 1 });
    expect(key).toBe("P2016-01");
    expect(await projectRow(key)).toMatchObject({
      stage: "signed",
      enterpriseKey: "zte",
      plannedInvestment: 120_000_000n,
      dueTo: new Date("2016-08-31"),
      dueBasis: "stated",
      sourcedOn: new Date("2016-09-01"),
      searchText: expect.stringContaining("zyslwly"),
    });
    expect(await auditOf(plainProject.name)).toEqual(["zhao register.submitted", "sun register.published"]);
  });

  it("is the source of everything that it states", async () => {
    const project = await page("P2016-01");
    const parts = [...project.stageEvents, ...project.commitments, ...project.milestones];
    expect(parts.flatMap(({ citations }) => citations.map(({ field }) => field)).sort()).toEqual(
      ["due", "indicator", "planned", "stage", "target", "title", "title"].sort(),
    );
    expect(project.citations.map(({ field }) => field)).toEqual(
      [
        "agreement",
        "enterprises",
        "name",
        "place",
        "plannedInvestment",
        "shortName",
        "summary",
        "type",
      ].sort(),
    );
    expect(project.registerChanges).toMatchObject([
      { kind: "creation", evidenceKind: "document", evidence: "投资合同", evidenceOn: "2016-09-01" },
    ]);
    expect(project.sources).toEqual([]);
  });

  it("brings enterprises and places that are new, each once", async () => {
    const brings = { name: "甲项目", newInvestors: ["遵义甲公司"], place: null, newPlace: "南部新区" };
    const first = await publishedChange(zhao, sun, projectCreation(brings));
    const second = await publishedChange(zhao, sun, projectCreation({ ...brings, name: "乙项目" }));
    const [one, other] = [await page(first.key), await page(second.key)];
    expect(one.enterprises.map(({ shortName }) => shortName)).toEqual(["中兴", "遵义甲公司"]);
    expect(other.enterprises).toEqual(one.enterprises);
    expect(other.place).toEqual(one.place);
    expect(await db.organization.count({ where: { name: "遵义甲公司" } })).toBe(1);
  });

  it("may state the way that a project has come already", async () => {
    const stages: WholeProject["stages"] = [
      { stage: "signed", on: ofDay("2016-01-10"), evidence: null, reason: null },
      { stage: "under_construction", on: ofMonth(2016, 3), evidence: "开工令", reason: null },
    ];
    const { key } = await publishedChange(zhao, sun, projectCreation({ name: "丙项目", stages }));
    expect(await page(key)).toMatchObject({ stage: "under_construction", stageEffective: ofMonth(2016, 3) });
  });

  it("is refused without a signing, with a future one, and in an impossible order", async () => {
    const signed = plainProject.stages[0];
    if (!signed) throw new Error("the plain project is signed");
    expect(await refusedFields({ stages: [] })).toEqual(["stage-signed-on"]);
    expect(await refusedFields({ stages: [{ ...signed, on: ofDay("2016-09-21") }] })).toEqual([
      "stage-signed-on",
    ]);
    const before = { ...signed, stage: "operating" as const, on: ofDay("2016-06-30"), reason: "租用厂房" };
    expect(await refusedFields({ stages: [signed, before] })).toEqual(["stage-operating-on"]);
    const skipping = { ...before, on: ofDay("2016-08-01"), reason: null };
    expect(await refusedFields({ stages: [signed, skipping] })).toEqual(["stage-operating-reason"]);
  });

  it("is refused when it names what the register does not have", async () => {
    expect(await refusedFields({ agreement: "A2099-01" })).toEqual(["agreement"]);
    expect(await refusedFields({ place: "nowhere" })).toEqual(["place"]);
    expect(await refusedFields({ investors: ["nobody"] })).toEqual(["investor-0-name"]);
    expect(await refusedFields({ investors: ["zunyi-government"] })).toEqual(["investor-0-name"]);
    expect(await refusedFields({ investors: [] })).toEqual(["investor-0-name"]);
  });

  it("is pointed out as the same as another, and handed in only with a reason", async () => {
    const again = projectCreation();
    await expect(submitChange(qian, again)).rejects.toMatchObject({ field: "duplicateReason" });
    await expect(submitChange(qian, { ...again, duplicateReason: "二期，另一块地" })).resolves.toBeDefined();
  });

  it("that brings an enterprise which looks like a registered one is pointed out too", async () => {
    const brings = {
      name: "己项目",
      newInvestors: ["深圳中兴通讯集团有限公司"],
      newPlace: "新蒲 新区",
      place: null,
    };
    const found = await findDuplicates(db, "project", {
      content: { ...plainProject, ...brings },
      except: { thingId: null, changeId: null },
    });
    expect(found.map(({ subject, title, isSame }) => [subject, title, isSame])).toEqual([
      ["place", "新蒲新区", true],
      ["organization", "深圳中兴通讯集团", false],
    ]);
    expect(found.map(({ why }) => why)).toEqual([
      "要新登记的落户地“新蒲 新区”和它名称相同",
      "要新登记的企业“深圳中兴通讯集团有限公司”和它全称相近",
    ]);
  });

  it("is not published by its own author, even as a reviewer by now", async () => {
    const { id } = await submitChange(zhao, projectCreation({ name: "丁项目" }));
    const promoted = { ...zhao, role: "reviewer" as const };
    await expect(publishChange(promoted, { id, version: 1 })).rejects.toThrow(SeparationRefused);
  });
});

describe("a change", () => {
  it("moves a deadline with a reason; the first one stays beside it", async () => {
    const { milestones } = (await current("P2016-01")).content;
    const moved = milestones.map((row) =>
      row.title === "立项备案" ? { ...row, planned: ofDay("2016-10-31"), reason: "材料补正" } : row,
    );
    const { id } = await edited("P2016-01", { milestones: moved });
    const [filed] = (await page("P2016-01")).milestones;
    expect(filed).toMatchObject({
      planned: ofDay("2016-08-31"),
      revised: ofDay("2016-10-31"),
      deadlineBasis: "stated",
      revisions: [
        { from: ofDay("2016-08-31"), to: ofDay("2016-10-31"), reason: "材料补正", registerChangeId: id },
      ],
    });
    expect(filed?.citations.map(({ field }) => field)).toEqual(["planned", "revised", "title"]);
    expect(await projectRow("P2016-01")).toMatchObject({
      dueTo: new Date("2016-10-31"),
      sourcedOn: new Date("2016-09-10"),
      version: 2,
    });
  });

  it("is refused when it moves a deadline or a target without a reason, or takes one away", async () => {
    const thing = await current("P2016-01");
    const { milestones, commitments } = thing.content;
    const [filed, land] = milestones;
    const [storage] = commitments;
    if (!filed || !land || !storage) throw new Error("the plain project has these");
    const refused = async (changed: Partial<WholeProject>) => {
      const refusal = await submitChange(zhao, projectEdit(thing, changed)).catch((error) => error);
      return Object.keys(refusal.fieldErrors ?? {});
    };
    expect(await refused({ milestones: [{ ...filed, planned: ofDay("2016-12-31") }, land] })).toEqual([
      "milestone-0-reason",
    ]);
    expect(await refused({ milestones: [{ ...filed, planned: null, reason: "算了" }, land] })).toEqual([
      "milestone-0-planned",
    ]);
    expect(await refused({ milestones: [land] })).toEqual(["milestone"]);
    expect(await refused({ milestones: [filed, { ...land, ordinal: 99 }] })).toEqual([
      "milestone",
      "milestone-1-title",
    ]);
    expect(await refused({ commitments: [{ ...storage, target: 30_000 }] })).toEqual(["commitment-0-reason"]);
    expect(await refused({ commitments: [{ ...storage, target: null, unit: null }] })).toEqual([
      "commitment-0-unit",
    ]);
    expect(await refused({ commitments: [] })).toEqual(["commitment"]);
    const operating = { stage: "operating" as const, on: ofDay("2016-09-01"), evidence: null, reason: null };
    expect(await refused({ stages: [operating] })).toEqual(["stage-operating-on"]);
  });

  it("gives a milestone its first deadline with the reason of the whole change", async () => {
    const { milestones } = (await current("P2016-01")).content;
    const dated = milestones.map((row) =>
      row.title === "用地" ? { ...row, planned: ofMonth(2016, 11) } : row,
    );
    const { id } = await edited("P2016-01", { milestones: dated });
    const land = (await page("P2016-01")).milestones[1];
    expect(land).toMatchObject({
      planned: null,
      revised: ofMonth(2016, 11),
      revisions: [{ reason: "施工计划调整" }],
    });
    await withdraw(id);
    expect((await page("P2016-01")).milestones[1]).toMatchObject({
      revised: null,
      deadlineBasis: null,
      revisions: [],
    });
  });

  it("moves a target, adds rows, and is taken back in one step", async () => {
    const before = await page("P2016-01");
    const thing = await current("P2016-01");
    const [storage] = thing.content.commitments;
    if (!storage) throw new Error("the plain project promises storage");
    const added = { ...storage, ordinal: null, indicator: "岗位", target: 300, unit: "个", due: null };
    const { id } = await edited("P2016-01", {
      name: "遵义示例物流港",
      newInvestors: ["遵义乙公司"],
      newPlace: "西部新区",
      place: null,
      commitments: [{ ...storage, target: 50_000, reason: "增加二期" }, added],
      milestones: [
        ...thing.content.milestones,
        { ordinal: null, title: "竣工", note: null, planned: null, reason: null },
      ],
    });
    const changed = await page("P2016-01");
    expect(changed).toMatchObject({
      name: "遵义示例物流港",
      place: { name: "西部新区" },
      commitments: [{ target: 50_000, originalTarget: 40_000 }, { indicator: "岗位" }],
    });
    expect(changed.milestones).toHaveLength(3);
    await withdraw(id);
    const { withdrawals, ...after } = await page("P2016-01");
    expect({ ...after, withdrawals: before.withdrawals }).toEqual(before);
    expect(withdrawals).toHaveLength(before.withdrawals.length + 1);
    expect(await db.$queryRaw`select from organizations where name = '遵义乙公司'`).toEqual([]);
    expect(await db.$queryRaw`select from places where name = '西部新区'`).toEqual([]);
    const revisions = await db.commitmentRevision.findMany({
      where: { registerChangeId: id },
      orderBy: { id: "asc" },
    });
    expect(revisions.map(({ newTargetValue }) => Number(newTargetValue))).toEqual([50_000, 40_000]);
  });

  it("is not taken back once a later one rests on it", async () => {
    const first = await edited("P2016-01", { summary: "建设仓储中心" });
    const second = await edited("P2016-01", { summary: "建设配送中心" });
    await expect(withdraw(first.id)).rejects.toThrow("之后又有变更");
    await withdraw(second.id);
    await withdraw(first.id);
    expect((await page("P2016-01")).summary).toBe(plainProject.summary);
  });

  it("of a deadline that we only read brings the reading back when it is taken back", async () => {
    const { content } = await current("P2015-05");
    const before = await page("P2015-05");
    const milestones = content.milestones.map((row) =>
      row.title === "建设" ? { ...row, planned: ofDay("2017-04-30"), reason: "重排工期" } : row,
    );
    const { id } = await edited("P2015-05", { milestones });
    expect((await page("P2015-05")).milestones[0]).toMatchObject({ deadlineBasis: "stated" });
    await withdraw(id);
    expect(await page("P2015-05")).toEqual({
      ...before,
      registeredAt: expect.any(String),
      withdrawals: [expect.objectContaining({ kind: "registerChange" })],
    });
  });
});

const withdraw = (id: number) => withdrawChange(sun, { id, version: 2, reason: "依据有误" });
