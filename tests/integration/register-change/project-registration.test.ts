import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { ofDay, ofMonth } from "@/lib/format/date-range";
import { getPublicProject } from "@/lib/project/project-queries";
import { findDuplicates } from "@/lib/register-change/duplicate-queries";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { publishChange } from "@/lib/register-change/register-review-commands";
import { SeparationRefused } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { plainProject, projectCreation, publishedChange } from "../../support/registered-project";
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

const page = async (key: string) => {
  const project = await getPublicProject(key, testDay);
  if (!project) throw new Error(`${key} is not there`);
  return project;
};

const refusedFields = async (content: Partial<WholeProject>) => {
  const refusal = await submitChange(zhao, projectCreation(content)).catch((error) => error);
  return Object.keys(refusal.fieldErrors ?? {});
};

test("a registration counts once a reviewer published it, with a code of the year in which it was signed", async () => {
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

test("a registration is the source of everything that it states", async () => {
  const project = await page("P2016-01");
  const parts = [...project.stageEvents, ...project.commitments, ...project.milestones];
  expect(parts.flatMap(({ citations }) => citations.map(({ field }) => field)).sort()).toEqual(
    ["due", "indicator", "planned", "stage", "target", "title", "title"].sort(),
  );
  expect(project.citations.map(({ field }) => field)).toEqual(
    ["agreement", "enterprises", "name", "place", "plannedInvestment", "shortName", "summary", "type"].sort(),
  );
  expect(project.registerChanges).toMatchObject([
    { kind: "creation", evidenceKind: "document", evidence: "投资合同", evidenceOn: "2016-09-01" },
  ]);
  expect(project.sources).toEqual([]);
});

test("a registration brings enterprises and places that are new, each once", async () => {
  const brings = { name: "甲项目", newInvestors: ["遵义甲公司"], place: null, newPlace: "南部新区" };
  const first = await publishedChange(zhao, sun, projectCreation(brings));
  const second = await publishedChange(zhao, sun, projectCreation({ ...brings, name: "乙项目" }));
  const [one, other] = [await page(first.key), await page(second.key)];
  expect(one.enterprises.map(({ shortName }) => shortName)).toEqual(["中兴", "遵义甲公司"]);
  expect(other.enterprises).toEqual(one.enterprises);
  expect(other.place).toEqual(one.place);
  expect(await db.organization.count({ where: { name: "遵义甲公司" } })).toBe(1);
});

test("a registration may state the way that a project has come already", async () => {
  const stages: WholeProject["stages"] = [
    { stage: "signed", on: ofDay("2016-01-10"), evidence: null, reason: null },
    { stage: "under_construction", on: ofMonth(2016, 3), evidence: "开工令", reason: null },
  ];
  const { key } = await publishedChange(zhao, sun, projectCreation({ name: "丙项目", stages }));
  expect(await page(key)).toMatchObject({ stage: "under_construction", stageEffective: ofMonth(2016, 3) });
});

test("a registration is refused without a signing, with a future one, and in an impossible order", async () => {
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

test("a registration is refused when it names what the register does not have", async () => {
  expect(await refusedFields({ agreement: "A2099-01" })).toEqual(["agreement"]);
  expect(await refusedFields({ place: "nowhere" })).toEqual(["place"]);
  expect(await refusedFields({ investors: ["nobody"] })).toEqual(["investor-0-name"]);
  expect(await refusedFields({ investors: ["zunyi-government"] })).toEqual(["investor-0-name"]);
  expect(await refusedFields({ investors: [] })).toEqual(["investor-0-name"]);
});

test("a registration is pointed out as the same as another, and handed in only with a reason", async () => {
  const again = projectCreation();
  await expect(submitChange(qian, again)).rejects.toMatchObject({ field: "duplicateReason" });
  await expect(submitChange(qian, { ...again, duplicateReason: "二期，另一块地" })).resolves.toBeDefined();
});

test("a registration that brings an enterprise which looks like a registered one is pointed out too", async () => {
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

test("a registration is not published by its own author, even as a reviewer by now", async () => {
  const { id } = await submitChange(zhao, projectCreation({ name: "丁项目" }));
  const promoted = { ...zhao, role: "reviewer" as const };
  await expect(publishChange(promoted, { id, version: 1 })).rejects.toThrow(SeparationRefused);
});
