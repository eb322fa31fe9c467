import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { listPublicProjects } from "@/lib/project/project-list-queries";
import { defaultProjectQuery } from "@/lib/project/project-query";
import { submitChange } from "@/lib/register-change/register-change-commands";
import type { RegisterSubject } from "@/lib/register-change/register-change-rules";
import { findRegistered } from "@/lib/register-change/register-content-queries";
import { publishChange, withdrawChange } from "@/lib/register-change/register-review-commands";
import { viewerOf } from "../../support/cast";
import { creation, edit } from "../../support/register-desk";
import { openDesk, testDay } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
});

async function publishEdit(subject: RegisterSubject, key: string, changed: object): Promise<number> {
  const thing = await findRegistered(db, subject, { key });
  if (!thing) throw new Error(`${key} is not registered`);
  const { id } = await submitChange(zhao, edit(subject, thing, { ...thing.content, ...changed }));
  await publishChange(sun, { id, version: 1 });
  return id;
}

const nameOf = async (slug: string) =>
  (await db.$queryRaw<{ name: string }[]>`select name from places where slug = ${slug}`)[0]?.name ?? null;

test("a place is registered, renamed, and named as before when the new name is taken back", async () => {
  const { id } = await submitChange(zhao, creation("place", { name: "播州区" }));
  expect(await publishChange(sun, { id, version: 1 })).toEqual({ key: "bozhouqu" });
  const renamed = await publishEdit("place", "bozhouqu", { name: "遵义市播州区" });
  expect(await nameOf("bozhouqu")).toBe("遵义市播州区");
  const cited = await db.citation.findMany({ where: { place: { slug: "bozhouqu" }, supersededById: null } });
  expect(cited.map(({ registerChangeId, field }) => [registerChangeId, field])).toEqual([[renamed, "name"]]);
  await withdrawChange(sun, { id: renamed, version: 2, reason: "没有更名" });
  expect(await nameOf("bozhouqu")).toBe("播州区");
  await withdrawChange(sun, { id, version: 2, reason: "登记错了" });
  expect(await nameOf("bozhouqu")).toBeNull();
});

test("two places of one name get addresses of their own, also when they are published at once", async () => {
  const handIn = async (duplicateReason: string | null) =>
    (await submitChange(zhao, creation("place", { name: "红花岗区" }, { duplicateReason }))).id;
  const ids = [await handIn(null), await handIn("同名的另一处")];
  const keys = await Promise.all(ids.map((id) => publishChange(sun, { id, version: 1 })));
  expect(keys.map(({ key }) => key).sort()).toEqual(["honghuagangqu", "honghuagangqu-2"]);
});

test("a place that a project names is not taken away", async () => {
  const { id } = await submitChange(zhao, creation("place", { name: "仁怀市" }));
  await publishChange(sun, { id, version: 1 });
  const place = await db.place.findUniqueOrThrow({ where: { slug: "renhuaishi" } });
  await db.project.update({ where: { code: "P2015-05" }, data: { placeId: place.id } });
  const withdrawn = withdrawChange(sun, { id, version: 2, reason: "登记错了" });
  await expect(withdrawn).rejects.toThrow("P2015-05 写着这个落户地");
});

test("no row of a place is ever deleted", async () => {
  await expect(db.$executeRaw`delete from all_places`).rejects.toThrow("withdraw instead");
});

test("the projects of a company are found by its new name, and by the old one when that comes back", async () => {
  const found = async (q: string) =>
    (await listPublicProjects({ ...defaultProjectQuery, q }, testDay)).items.length;
  const before = await found("以晴集团");
  expect(before).toBeGreaterThan(0);
  const id = await publishEdit("organization", "eqing", { name: "晴天控股", aliases: [] });
  expect([await found("晴天控股"), await found("以晴集团")]).toEqual([before, 0]);
  await withdrawChange(sun, { id, version: 2, reason: "没有更名" });
  expect([await found("晴天控股"), await found("以晴集团")]).toEqual([0, before]);
});

test("a company that carries projects stays a company", async () => {
  await expect(publishEdit("organization", "eqing", { kind: "zone" })).rejects.toThrow("类别不能改");
});
