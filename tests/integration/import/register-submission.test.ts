import { expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { handInAll, handInChosen } from "@/lib/import/confirmation-commands";
import { findImport } from "@/lib/import/import-queries";
import { publishImport } from "@/lib/import/import-review-commands";
import { findImportReview, listWaitingImports } from "@/lib/import/import-review-queries";
import { registerSheets } from "@/lib/import/register-template-queries";
import { returnChange } from "@/lib/register-change/register-review-commands";
import { castOf, viewerOf } from "../../support/cast";
import { changeGrounds, creationGrounds, openRegisterSheet } from "../../support/register-sheet";

const { zhao, qian, sun, download, upload, preview, changed, withFresh, verdicts, reasons, changesOf } =
  await openRegisterSheet();

test("a changed cell is shown beside what stands, waits for review, and is not handed in again", async () => {
  const table = changed({
    "P2015-05": { "计划总投资（万）": "814,700", 简称: "中兴数据" },
    "P2015-06": {},
  });
  const id = await upload(table);
  expect(await verdicts(id)).toEqual(["changed", "unchanged"]);
  expect(await changesOf(id)).toEqual([
    expect.stringMatching(/^简称：.* → 中兴数据$/),
    expect.stringMatching(/^计划总投资：.* → 81.47 亿元$/),
  ]);
  expect(await handInChosen(zhao, { id, grounds: changeGrounds })).toEqual({ left: 0 });
  await handInChosen(zhao, { id, grounds: changeGrounds });
  const waiting = await db.registerChange.findMany({ where: { state: "submitted" } });
  expect(waiting).toMatchObject([
    { kind: "change", reason: "年度核对", evidence: "备案文件", authorId: zhao.accountId },
  ]);
  expect(await verdicts(await upload(table))).toEqual(["in_review", "unchanged"]);
  const other = await upload(changed({ "P2015-05": { 简称: "别的简称" } }), qian);
  const found = await findImport(qian, other, { show: null, page: 1 });
  expect(found?.rows[0]?.problems[0]?.reason).toMatch(/已有一份待审核的变更（编号 \d+，赵专员），内容不一样/);

  const review = await findImportReview(sun, id, 1);
  expect(review).toMatchObject({ counts: { creation: 0, change: 1, correction: 0 }, isOwn: false });
  const published = await publishImport(sun, { id, seen: review?.seen ?? "" });
  expect(published).toMatchObject({ published: 1, refused: [], left: 0 });
  expect(await db.project.findUniqueOrThrow({ where: { code: "P2015-05" } })).toMatchObject({
    shortName: "中兴数据",
    plannedInvestment: 8_147_000_000n,
  });
  expect(await verdicts(await upload(table))).toEqual(["unchanged", "unchanged"]);
  expect((await preview(await upload(await download()))).counts).toMatchObject({ unchanged: 14 });
});

test("a new project is registered with its new enterprise, place, promise and milestone, once", async () => {
  const table = withFresh();
  const id = await upload(table);
  expect(await verdicts(id)).toEqual(["new"]);
  expect((await reasons(id)).join()).toMatch(
    /没有“云谷科技”，会随项目登记为新企业.*没有“云谷园区”，会随项目登记为新落户地/,
  );
  await handInAll(zhao, { id, grounds: creationGrounds });
  expect(await verdicts(await upload(table))).toEqual(["in_review"]);

  const review = await findImportReview(sun, id, 1);
  await publishImport(sun, { id, seen: review?.seen ?? "" });
  const project = await db.project.findFirstOrThrow({
    where: { name: "云谷算力中心" },
    include: {
      commitments: true,
      milestones: true,
      place: true,
      investors: { include: { organization: true } },
    },
  });
  expect(project).toMatchObject({
    code: expect.stringMatching(/^P2016-\d\d$/),
    plannedInvestment: 1_200_000_000n,
    place: { name: "云谷园区" },
    commitments: [{ indicator: "机柜", unit: "架" }],
    milestones: [{ title: "竣工", plannedPrecision: "half_year" }],
  });
  expect(project.investors.map(({ organization }) => organization.name)).toEqual([
    "中兴通讯股份有限公司",
    "云谷科技",
  ]);
  const again = await upload(table);
  expect(await verdicts(again)).toEqual(["unchanged"]);
  expect((await preview(again)).rows[0]?.key).toBe(project.code);
  expect(await verdicts(await upload(await download()))).toEqual(
    Array.from({ length: 15 }, () => "unchanged"),
  );
});

test("what is very like a registered project needs a reason, at the latest when it is handed in", async () => {
  const id = await upload(withFresh({ 项目内容: "另一座算力中心。" }));
  expect(await verdicts(id)).toEqual(["new"]);
  await handInChosen(zhao, { id, grounds: creationGrounds });
  expect((await preview(id)).rows[0]?.failure).toMatch(/很可能是同一个/);
  const explained = await upload(
    withFresh({ 项目内容: "另一座算力中心。", 不是重复登记的原因: "二期，另行签约" }),
  );
  await handInAll(zhao, { id: explained, grounds: creationGrounds });
  expect(await db.registerChange.count({ where: { duplicateReason: "二期，另行签约" } })).toBe(1);
});

test("a returned change is handed in again by its author's next import", async () => {
  const id = await upload(changed({ "P2015-08": { 简称: "体验中心甲" } }));
  await handInAll(zhao, { id, grounds: changeGrounds });
  const { id: changeId } = await db.registerChange.findFirstOrThrow({
    where: { project: { code: "P2015-08" } },
  });
  await returnChange(sun, { id: changeId, version: 1, reason: "写错了", field: "shortName" });
  const mended = await upload(changed({ "P2015-08": { 简称: "体验中心乙" } }));
  expect(await verdicts(mended)).toEqual(["changed"]);
  await handInAll(zhao, { id: mended, grounds: changeGrounds });
  const again = await db.registerChange.findUniqueOrThrow({ where: { id: changeId } });
  expect(again).toMatchObject({ state: "submitted", content: { shortName: "体验中心乙" } });
});

test("handed in as a whole, a row that is refused takes back the others", async () => {
  const table = changed({ "P2015-09": { 简称: "甲" }, "P2015-10": { 简称: "乙" } });
  const id = await upload(table);
  await handInAll(qian, {
    id: await upload(changed({ "P2015-10": { 简称: "丙" } }), qian),
    grounds: changeGrounds,
  });
  const audited = await db.auditEvent.count();
  await expect(handInAll(zhao, { id, grounds: changeGrounds })).rejects.toThrow(
    /^第 3 行：.*一行都没有提交。$/,
  );
  expect(await db.registerChange.count({ where: { project: { code: "P2015-09" } } })).toBe(0);
  expect(await db.auditEvent.count()).toBe(audited);
});

test("what a reviewer publishes is what they saw, and never their own", async () => {
  const id = await upload(changed({ "P2015-11": { 简称: "保税平台" } }));
  await handInAll(zhao, { id, grounds: changeGrounds });
  const seen = (await findImportReview(sun, id, 1))?.seen ?? "";
  const { id: changeId } = await db.registerChange.findFirstOrThrow({
    where: { project: { code: "P2015-11" } },
  });
  await returnChange(sun, { id: changeId, version: 1, reason: "再看看", field: null });
  await expect(publishImport(sun, { id, seen })).rejects.toThrow("刚刚有变化");

  // Somebody who handed in as staff and reviews now.
  const own = await upload(changed({ "P2015-12": { 简称: "人才中心" } }));
  await handInAll(zhao, { id: own, grounds: changeGrounds });
  await db.$executeRaw`update accounts set role = 'reviewer' where id = ${zhao.accountId}`;
  const asReviewer = await viewerOf("zhao");
  const shown = await findImportReview(asReviewer, own, 1);
  expect(shown?.isOwn).toBe(true);
  const { refused } = await publishImport(asReviewer, { id: own, seen: shown?.seen ?? "" });
  expect(refused).toMatchObject([{ message: expect.stringContaining("必须是两个人") }]);
  await db.$executeRaw`update accounts set role = 'staff' where id = ${zhao.accountId}`;
});

test("imports that wait are listed for reviewers", async () => {
  const imports = await listWaitingImports(sun);
  expect(imports.map(({ fileName, author }) => `${fileName} ${author}`)).toContain("台账.xlsx 赵专员");
});

test.each(["official", "staff", "admin", "security", "auditor"] as const)(
  "a person in the role %s publishes no import",
  async (role) => {
    const viewer = await viewerOf(castOf[role]);
    await expect(publishImport(viewer, { id: 1, seen: "" })).rejects.toThrow(Forbidden);
    await expect(findImportReview(viewer, 1, 1)).rejects.toThrow(Forbidden);
    if (role === "staff") return;
    await expect(registerSheets(viewer, { isBlank: true })).rejects.toThrow(Forbidden);
  },
);
