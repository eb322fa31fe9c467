import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import {
  ChangeConflict,
  type ChangeSubmission,
  submitChange,
} from "@/lib/register-change/register-change-commands";
import { publishChange, returnChange, withdrawChange } from "@/lib/register-change/register-review-commands";
import { viewerOf } from "../../support/cast";
import { auditOf, openDesk } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

const content = {
  name: "遵义示例科技有限公司",
  shortName: "示例科技",
  kind: "enterprise",
  description: null,
  aliases: ["示例"],
};

const creation = (more: Partial<ChangeSubmission> = {}): ChangeSubmission => ({
  subject: "organization",
  kind: "creation",
  key: null,
  baseVersion: null,
  content,
  reason: null,
  evidence: { kind: "document", text: "营业执照复印件", on: "2016-09-01" },
  requestId: randomUUID(),
  returned: null,
  form: "organization:new",
  ...more,
});

const edit = (key: string, baseVersion: number, changed: object, more: Partial<ChangeSubmission> = {}) =>
  creation({
    kind: "change",
    key,
    baseVersion,
    content: { ...content, ...changed },
    reason: "公司更名",
    ...more,
  });

test("what staff register counts once a reviewer published it, and not before", async () => {
  const { id } = await submitChange(zhao, creation());
  expect(await db.organization.findFirst({ where: { name: content.name } })).toBeNull();
  await expect(publishChange(zhao, { id, version: 1 })).rejects.toThrow(Forbidden);
  const { key } = await publishChange(sun, { id, version: 1 });
  expect(key).toBe("shilikeji");
  expect(await db.organization.findFirstOrThrow({ where: { slug: key } })).toMatchObject({
    shortName: "示例科技",
    version: 1,
  });
  const cited = await db.citation.findMany({ where: { registerChangeId: id }, select: { field: true } });
  expect(cited.map(({ field }) => field).sort()).toEqual(["aliases", "kind", "name"]);
  expect(await auditOf(content.name)).toEqual(["zhao register.submitted", "sun register.published"]);
});

test("sent twenty times at once, a change is handed in once", async () => {
  const once = creation({ content: { ...content, name: "遵义第二公司", shortName: "第二公司" } });
  const sent = await Promise.all(Array.from({ length: 20 }, () => submitChange(zhao, once)));
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
});

test("an edit needs a change, the version that its author saw, and nobody else's open change", async () => {
  await expect(submitChange(zhao, edit("shilikeji", 1, {}))).rejects.toThrow("和登记的一样");
  await expect(submitChange(zhao, edit("shilikeji", 9, { shortName: "新示例" }))).rejects.toThrow(
    ChangeConflict,
  );
  const { id } = await submitChange(zhao, edit("shilikeji", 1, { shortName: "新示例" }));
  await expect(submitChange(qian, edit("shilikeji", 1, { shortName: "另一个" }))).rejects.toThrow(
    `编号 ${id}`,
  );
  await returnChange(sun, { id, version: 1, reason: "请附更名通知", field: "evidence" });
  const again = edit("shilikeji", 1, { shortName: "新示例" }, { returned: { id, version: 2 } });
  await expect(submitChange(qian, again)).rejects.toThrow("只有填报人");
  await submitChange(zhao, again);
  await publishChange(sun, { id, version: 3 });
  expect(await db.organization.findFirstOrThrow({ where: { slug: "shilikeji" } })).toMatchObject({
    shortName: "新示例",
    version: 2,
  });
});

test("withdrawing an edit brings back what stood before; withdrawing the creation takes the thing away", async () => {
  const [creationOf, editOf] = await db.registerChange.findMany({
    where: { organization: { slug: "shilikeji" } },
    orderBy: { id: "asc" },
  });
  if (!creationOf || !editOf) throw new Error("no changes");
  await withdrawChange(sun, { id: editOf.id, version: editOf.version, reason: "通知有误" });
  expect(await db.organization.findFirstOrThrow({ where: { slug: "shilikeji" } })).toMatchObject({
    shortName: "示例科技",
  });
  await withdrawChange(sun, { id: creationOf.id, version: creationOf.version, reason: "登记错了" });
  expect(await db.$queryRaw`select from organizations where slug = 'shilikeji'`).toEqual([]);
  expect(await db.$queryRaw`select slug from all_organizations where slug = 'shilikeji'`).toHaveLength(1);
});

test("an organization that something names is not taken away", async () => {
  const organization = await db.organization.findFirstOrThrow({ where: { slug: "zte" } });
  const { withdrawOrganization } = await import("@/lib/organization/organization-register-commands");
  await expect(db.$transaction((tx) => withdrawOrganization(tx, organization.id))).rejects.toThrow(
    "写着这个单位",
  );
});
