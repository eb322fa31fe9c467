import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { findDuplicates } from "@/lib/register-change/duplicate-queries";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { findChangeReview } from "@/lib/register-change/register-change-queries";
import type { RegisterContent, RegisterSubject } from "@/lib/register-change/register-change-rules";
import { publishChange } from "@/lib/register-change/register-review-commands";
import { viewerOf } from "../../support/cast";
import { agreementContent, creation, party } from "../../support/register-desk";
import { openDesk } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
});

const registered = agreementContent({
  title: "《遵义市与中兴战略合作协议》",
  parties: [party("遵义市人民政府", "zunyi"), party("中兴通讯", "zte")],
});

const likeness = async (subject: RegisterSubject, content: RegisterContent) =>
  (await findDuplicates(db, subject, { content, except: { thingId: null, changeId: null } })).map(
    ({ why, isSame }) => [why, isSame],
  );

test("while it waits for its review, a registration is pointed out to whoever hands in the same", async () => {
  const { id } = await submitChange(zhao, creation("agreement", registered));
  const again = { ...registered, title: "遵义市 与 中兴 战略合作协议" };
  await expect(submitChange(zhao, creation("agreement", again))).rejects.toMatchObject({
    field: "duplicateReason",
    message: expect.stringContaining("签约方相同，名称相同"),
  });
  await publishChange(sun, { id, version: 1 });
});

test("the same parties in any order and the same name: the same, unless its author says why not", async () => {
  const again = { ...registered, parties: [...registered.parties].reverse() };
  expect((await likeness("agreement", again))[0]).toEqual(["签约方相同，名称相同", true]);
  await expect(submitChange(zhao, creation("agreement", again))).rejects.toThrow("很可能是同一个");
  const duplicateReason = "这一份是同名的补充协议";
  const { id } = await submitChange(zhao, creation("agreement", again, { duplicateReason }));
  const review = await findChangeReview(sun, id);
  expect(review?.duplicateReason).toBe(duplicateReason);
  expect(review?.duplicates[0]).toMatchObject({ title: "《遵义市与中兴战略合作协议》", isSame: true });
});

test("a similar name or the same day is pointed out and stops nobody", async () => {
  const other = { ...registered, title: "一份别的文件", callName: "一份别的文件" };
  expect(await likeness("agreement", other)).toContainEqual(["签约方相同，签订日期相同", false]);
  await expect(submitChange(zhao, creation("agreement", other))).resolves.toHaveProperty("id");
});

test("organizations and places are known by their names, short names and aliases", async () => {
  const company = {
    name: "中兴 通讯",
    shortName: "中兴通信",
    kind: "enterprise",
    description: null,
    aliases: [],
  };
  expect(await likeness("organization", company)).toContainEqual(["简称或别称相同", false]);
  const same = { ...company, name: "深圳中兴通讯集团" };
  expect((await likeness("organization", same))[0]).toEqual(["全称相同", true]);
  expect(await likeness("place", { name: "新蒲新区" })).toEqual([["名称相同", true]]);
  expect(await likeness("place", { name: "新蒲" })).toEqual([["名称相近", false]]);
  expect(await likeness("place", { name: "仁怀" })).toEqual([]);
});

test("a thing does not resemble itself, and an edit that leaves its names alone is not asked", async () => {
  const place = await db.place.findUniqueOrThrow({ where: { slug: "xinpu" } });
  const content = { name: "新蒲新区" };
  const except = { thingId: place.id, changeId: null };
  expect(await findDuplicates(db, "place", { content, except })).toEqual([]);
});
