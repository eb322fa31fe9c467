import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { ofDay, ofMonth } from "@/lib/format/date-range";
import { getPublicProject } from "@/lib/project/project-queries";
import { findWholeProject } from "@/lib/register-change/project-content-queries";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { withdrawChange } from "@/lib/register-change/register-review-commands";
import { viewerOf } from "../../support/cast";
import {
  plainProject,
  projectCreation,
  projectEdit,
  publishedChange,
} from "../../support/registered-project";
import { openDesk, projectRow, testDay } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
  await publishedChange(zhao, sun, projectCreation());
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

test("a change moves a deadline with a reason; the first one stays beside it", async () => {
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

test("a change is refused when it moves a deadline or a target without a reason, or takes one away", async () => {
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

test("a change gives a milestone its first deadline with the reason of the whole change", async () => {
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

test("a change moves a target, adds rows, and is taken back in one step", async () => {
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

test("a change is not taken back once a later one rests on it", async () => {
  const first = await edited("P2016-01", { summary: "建设仓储中心" });
  const second = await edited("P2016-01", { summary: "建设配送中心" });
  await expect(withdraw(first.id)).rejects.toThrow("之后又有变更");
  await withdraw(second.id);
  await withdraw(first.id);
  expect((await page("P2016-01")).summary).toBe(plainProject.summary);
});

test("a change of a deadline that we only read brings the reading back when it is taken back", async () => {
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

const withdraw = (id: number) => withdrawChange(sun, { id, version: 2, reason: "依据有误" });
