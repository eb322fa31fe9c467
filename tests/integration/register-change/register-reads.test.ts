import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { getHome } from "@/lib/home/home-queries";
import { openData } from "@/lib/open-data/datasets";
import { operations } from "@/lib/open-data/openapi";
import { getReviewQueue } from "@/lib/progress/review-queries";
import { getStaffTasks } from "@/lib/progress/task-queries";
import { listPublicChanges } from "@/lib/register-change/public-change-queries";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { findChangeReview, findHandedInChange } from "@/lib/register-change/register-change-queries";
import { findRegistered } from "@/lib/register-change/register-content-queries";
import { listOwnChanges, listRegister } from "@/lib/register-change/register-list-queries";
import { publishChange, returnChange, withdrawChange } from "@/lib/register-change/register-review-commands";
import { viewerOf } from "../../support/cast";
import { agreementContent, creation, edit } from "../../support/register-desk";
import { openDesk, testDay } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;
let created: number;
let changed: number;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
  created = (await submitChange(zhao, creation("agreement", agreementContent()))).id;
  await publishChange(sun, { id: created, version: 1 });
  const agreement = await findRegistered(db, "agreement", { key: "A2016-01" });
  if (!agreement) throw new Error("A2016-01 was just published");
  const content = { ...agreement.content, signedPlace: null, agreedInvestment: "1500000000" };
  const grounds = { evidence: { kind: "document", text: "补充协议", on: "2016-09-10" } } as const;
  changed = (await submitChange(zhao, edit("agreement", agreement, content, grounds))).id;
});

test("a change that waits is in the queue, on its author's desk and beside the row that it is about", async () => {
  const change = { subject: "agreement", kind: "change" };
  const { waiting, waitingCount } = await getReviewQueue(sun);
  expect(waitingCount).toBe(1);
  expect(waiting).toMatchObject([
    { kind: "change", id: changed, code: "A2016-01", author: "赵专员", change },
  ]);
  expect((await getStaffTasks(zhao, ["2016-08-01"])).submitted).toMatchObject([
    { kind: "change", id: changed, code: "A2016-01", change },
  ]);
  expect((await getStaffTasks(qian, ["2016-08-01"])).submitted).toEqual([]);
  const { items } = await listRegister(qian, { subject: "agreement", q: "终端", page: 1 });
  expect(items).toMatchObject([
    { key: "A2016-01", open: { id: changed, state: "submitted", author: "赵专员", isOwn: false } },
  ]);
});

test("the reviewer sees every field beside what stands, and who is like it", async () => {
  const review = await findChangeReview(sun, changed);
  const rows = review?.rows.filter(({ before, after }) => before !== after);
  expect(rows?.map(({ name, before, after, delta }) => [name, before, after, delta])).toEqual([
    ["签订地", "遵义", null, null],
    ["协议投资额", "12 亿元", "15 亿元", "＋3 亿元"],
  ]);
  expect(review).toMatchObject({ isOwn: false, isOvertaken: false, duplicates: [], reason: "补充协议" });
  await expect(findChangeReview(zhao, changed)).rejects.toThrow(Forbidden);
  expect(await findChangeReview(sun, 99_999)).toBeNull();
});

test("only its author reads what was handed in", async () => {
  expect(await findHandedInChange(zhao, changed)).toMatchObject({
    state: "submitted",
    key: "A2016-01",
    hasPage: true,
  });
  expect(await findHandedInChange(qian, changed)).toBeNull();
});

test("what was returned comes first among one's own, with its reason", async () => {
  await returnChange(sun, { id: changed, version: 1, reason: "请附补充协议", field: "evidence" });
  expect(await listOwnChanges(zhao)).toMatchObject([
    { id: changed, state: "returned", returnReason: "请附补充协议", key: "A2016-01" },
    { id: created, state: "published" },
  ]);
  expect(await listOwnChanges(qian)).toEqual([]);
  await db.$executeRaw`update register_changes set state = 'submitted', version = version + 1 where id = ${changed}`;
  await publishChange(sun, { id: changed, version: 3 });
});

test("the public reads what changed, why and on what evidence; of what was taken back only that it was", async () => {
  const [newest, oldest] = await listPublicChanges("agreement", "A2016-01");
  expect(newest).toMatchObject({
    id: changed,
    kind: "change",
    publishedOn: testDay,
    withdrawnOn: null,
    statement: {
      reason: "补充协议",
      evidence: { kind: "document", text: "补充协议", on: "2016-09-10" },
      fields: ["signedPlace", "agreedInvestment"],
    },
  });
  expect(oldest).toMatchObject({ id: created, kind: "creation", statement: { reason: null } });
  const [along] = await listPublicChanges("organization", "shilizhongduanyouxiangongsi");
  expect(along).toMatchObject({ along: { key: "A2016-01", title: "智能终端产业园投资协议" } });

  const { version } = await db.registerChange.findUniqueOrThrow({ where: { id: changed } });
  await withdrawChange(sun, { id: changed, version, reason: "补充协议没有签成" });
  const [withdrawn] = await listPublicChanges("agreement", "A2016-01");
  expect(withdrawn).toEqual({
    id: changed,
    subject: "agreement",
    kind: "change",
    publishedOn: testDay,
    withdrawnOn: testDay,
    statement: null,
    along: null,
  });
});

test("the API tells the changes of an agreement, and its answer has the documented shape", async () => {
  const answer = await openData("agreement", "A2016-01");
  const shape = operations["/api/v1/agreements/{code}"].shape;
  expect(shape.parse(answer).changes.map(({ id, withdrawnOn }) => [id, withdrawnOn])).toEqual([
    [changed, testDay],
    [created, null],
  ]);
  expect(JSON.stringify(answer)).not.toContain("补充协议没有签成");
});

test("home names an agreement that was registered among what happened", async () => {
  const { records } = await getHome(testDay);
  expect(records[0]).toMatchObject({
    kind: "agreement",
    code: "A2016-01",
    parties: ["遵义市人民政府", "示例终端有限公司"],
  });
  expect(records.filter(({ kind }) => kind === "agreement")).toHaveLength(1);
});

test("the list finds by every word, by code and pinyin, and shows the last page for one beyond it", async () => {
  const found = async (q: string) =>
    (await listRegister(zhao, { subject: "organization", q, page: 1 })).items.map(({ key }) => key);
  expect(await found("zte")).toEqual(["zte", "zte-wangxin"]);
  expect(await found("中兴 网信")).toEqual(["zte-wangxin"]);
  expect(await found("%")).toEqual([]);
  const { total, page, pageCount } = await listRegister(sun, { subject: "project", q: null, page: 99 });
  expect({ total, page, pageCount }).toEqual({ total: 14, page: 1, pageCount: 1 });
  await expect(listRegister(await viewerOf("lin"), { subject: "place", q: null, page: 1 })).rejects.toThrow(
    Forbidden,
  );
});
