import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { takeField } from "@/lib/draft/draft-rules";
import { checkProposal } from "@/lib/register-change/proposal-check-queries";
import { findProposal } from "@/lib/register-change/proposal-queries";
import { openProposalForm } from "@/lib/register-change/proposal-reading-queries";
import { writeProposal } from "@/lib/register-change/proposal-writing-commands";
import { submitChange } from "@/lib/register-change/register-change-commands";
import type { FormSubject } from "@/lib/register-change/register-form-rules";
import { publishChange, returnChange } from "@/lib/register-change/register-review-commands";
import { DomainError, type KeptValues } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { agreementContent, creation, edit, typedAgreement } from "../../support/register-desk";
import { openDesk } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

const write = (subject: FormSubject, key: string, values: KeptValues) =>
  writeProposal(zhao, { subject, key, formId: "one", intent: "check", ...values });

async function open(subject: FormSubject, key: string, viewer = zhao) {
  const proposal = await findProposal(viewer, { subject, key });
  if (!proposal) throw new Error(`nothing to propose of ${subject} ${key}`);
  const { opened, ...overtaken } = await openProposalForm(proposal, null);
  return { proposal, form: { ...opened, ...overtaken } };
}

test("what is wrong is said at its field, and everything typed stays, in the draft too", async () => {
  const values = typedAgreement({
    signed: "去年",
    agreedInvestment: "很多",
    "party-1-kind": "",
    evidenceOn: "2016-12-01",
    summary: "",
  });
  const written = await write("agreement", "new", values);
  expect(written).toMatchObject({ isChecked: true, isReady: false, values: expect.objectContaining(values) });
  expect(Object.keys(written.errors).sort()).toEqual(["agreedInvestment", "evidenceOn", "signed", "summary"]);
  expect((await open("agreement", "new")).form.values).toMatchObject(values);
  expect((await open("agreement", "new", qian)).form.values).not.toHaveProperty("summary");

  const next = await write("agreement", "new", {
    ...typedAgreement({ "party-1-kind": "" }),
    draftVersion: String(written.draftVersion),
  });
  expect(next.errors).toEqual({
    "party-1-organization": expect.stringContaining("没有登记过“示例终端有限公司”"),
  });
});

test("a checked form shows its author what will be public, and becomes a change", async () => {
  const stored = await open("agreement", "new");
  const written = await write("agreement", "new", {
    ...typedAgreement(),
    draftVersion: String(stored.form.draftVersion),
  });
  expect(written).toMatchObject({ isReady: true, errors: {} });
  const checked = await checkProposal((await open("agreement", "new")).proposal);
  expect(checked).toMatchObject({
    title: "智能终端产业园投资协议",
    grounds: { kind: "creation", reason: null, evidence: { text: "投资协议第 2 条", on: "2016-08-30" } },
    duplicates: [],
  });
  const shown = Object.fromEntries(checked?.rows.map(({ name, after }) => [name, after]) ?? []);
  expect(shown).toMatchObject({
    签约方: "遵义市人民政府；示例终端有限公司（新登记企业：示例终端有限公司）",
    签订日期: "2016-08-30",
    协议投资额: "12 亿元",
    叫法: "用协议名称",
  });
});

test("nobody but staff opens or writes a proposal, and of what is not there nobody does", async () => {
  await expect(findProposal(sun, { subject: "place", key: "new" })).rejects.toThrow(Forbidden);
  await expect(writeProposal(sun, { subject: "place", key: "new" })).rejects.toThrow(Forbidden);
  expect(await findProposal(zhao, { subject: "place", key: "nowhere" })).toBeNull();
  expect(await findProposal(zhao, { subject: "agreement", key: "999" })).toBeNull();
  await expect(write("place", "nowhere", { name: "甲地" })).rejects.toThrow(DomainError);
});

test("a returned registration opens with its content and its reason, for its author alone", async () => {
  const { id } = await submitChange(zhao, creation("place", { name: "汇川" }));
  expect(await findProposal(zhao, { subject: "place", key: String(id) })).toBeNull();
  await returnChange(sun, { id, version: 1, reason: "请写到区", field: "name" });
  const { proposal, form } = await open("place", String(id));
  expect(proposal.returned).toMatchObject({ id, version: 2, returnReason: "请写到区", returnField: "name" });
  expect(form.values).toMatchObject({ name: "汇川", evidence: "投资协议第 2 条", evidenceKind: "document" });
  expect(await findProposal(qian, { subject: "place", key: String(id) })).toBeNull();

  const mended = await write("place", String(id), { ...form.values, name: "汇川区" });
  expect(mended.isReady).toBe(true);
  await submitChange(
    zhao,
    creation("place", { name: "汇川区" }, { returned: proposal.returned, form: `place:${id}` }),
  );
  expect(await db.draft.count({ where: { form: `place:${id}` } })).toBe(0);
  await publishChange(sun, { id, version: 3 });
  expect(await db.place.findUnique({ where: { slug: "huichuanqu" } })).toMatchObject({ name: "汇川区" });
});

test("an unchanged form has nothing to review", async () => {
  const { form } = await open("place", "huichuanqu");
  const grounds = { changeKind: "change", reason: "改名", evidenceKind: "document", evidence: "批复" };
  const written = await write("place", "huichuanqu", {
    ...form.values,
    ...grounds,
    evidenceOn: "2016-09-01",
  });
  expect(written.errors).toEqual({ reason: expect.stringContaining("和登记的一样") });
});

test("a change that was published meanwhile is put beside mine, field by field, until I chose", async () => {
  const { proposal, form } = await open("organization", "zte-wangxin");
  const [mine, theirs] = [
    { description: "我写的介绍", aliases: "我的别称" },
    { description: "他写的介绍", shortName: "网信" },
  ];
  const grounds = { changeKind: "change", reason: "更名", evidenceKind: "document", evidence: "通知" };
  const typed = { ...form.values, ...mine, ...grounds, evidenceOn: "2016-09-01" };
  expect(await write("organization", "zte-wangxin", typed)).toMatchObject({ overtaken: [], isReady: true });

  if (!proposal.thing) throw new Error("中兴网信 is registered");
  const { key, version, content } = proposal.thing;
  const { id } = await submitChange(qian, edit("organization", { key, version }, { ...content, ...theirs }));
  await publishChange(sun, { id, version: 1 });

  const reopened = (await open("organization", "zte-wangxin")).form;
  expect(reopened.overtaken).toMatchObject([
    { name: "简称", mine: { words: "中兴网信" }, other: { words: "网信" }, takesMine: false },
    { name: "介绍", mine: { words: "我写的介绍" }, other: { words: "他写的介绍" }, takesMine: true },
  ]);
  const sent = { ...reopened.values, draftVersion: String(reopened.draftVersion) };
  const saved = await write("organization", "zte-wangxin", { ...sent, intent: "save" });
  expect(saved.overtaken).toHaveLength(2);
  expect(saved.settled).toEqual({});

  const chosen = await write("organization", "zte-wangxin", {
    ...sent,
    draftVersion: String(saved.draftVersion),
    takeVersion: String(reopened.currentVersion),
    [takeField("shortName")]: "theirs",
    [takeField("description")]: "mine",
  });
  expect(chosen).toMatchObject({
    overtaken: [],
    isReady: true,
    values: {
      shortName: "网信",
      description: "我写的介绍",
      aliases: "我的别称",
      baseVersion: String(version + 1),
    },
    settled: { shortName: "网信", baseVersion: String(version + 1) },
  });
});

test("two windows of one author do not overwrite each other", async () => {
  const first = await write("place", "new", { formId: "one", name: "甲区", intent: "save" });
  const second = await write("place", "new", { formId: "two", name: "乙区", intent: "save" });
  expect(second).toMatchObject({
    savedAt: null,
    draftVersion: first.draftVersion,
    differences: [{ field: "name", mine: "乙区", stored: "甲区" }],
  });
});

test("what came after its author's session had ended goes on from what stood when it was typed", async () => {
  const { proposal, form } = await open("place", "huichuanqu");
  const input = { ...form.values, name: "会话结束后写的", baseVersion: "1" };
  const late = { input, version: 1, savedAt: "2016-09-20T06:05:00+00:00" };
  const begun = await findProposal(zhao, { subject: "place", key: "huichuanqu", begunAt: 1 });
  if (!begun) throw new Error("汇川区 is registered");
  const { opened } = await openProposalForm(begun, late);
  expect(opened).toMatchObject({ values: { name: "会话结束后写的", baseVersion: "1" }, parkedVersion: 1 });
  expect((await openProposalForm(proposal, null)).opened.values.name).toBe("汇川区");
});

test("saving by itself leaves the rows where they are; a check numbers them, and says what to fill in", async () => {
  const rows = { "milestone-0-title": "开工", "milestone-1-title": "", "milestone-2-title": "竣工" };
  const saved = await write("project", "new", { ...rows, intent: "save" });
  expect(saved).toMatchObject({ values: rows, settled: {} });
  const checked = await write("project", "new", { ...rows, draftVersion: String(saved.draftVersion) });
  expect(checked.settled).toEqual({ "milestone-1-title": "竣工", "milestone-2-title": "" });
  expect((await open("project", "new")).form.values).toMatchObject({ "milestone-1-title": "竣工" });
});

test("somebody else's open change is said at the top of the form", async () => {
  const { proposal } = await open("organization", "kuangchi");
  if (!proposal.thing) throw new Error("光启 is registered");
  const { key, version, content } = proposal.thing;
  const changed = edit("organization", { key, version }, { ...content, shortName: "光启集团" });
  const { id } = await submitChange(qian, changed);
  expect((await open("organization", "kuangchi")).proposal.open).toEqual({
    id,
    state: "submitted",
    author: "钱专员",
    isOwn: false,
  });
});

test("what is on its way into the register is not checked against itself", async () => {
  const content = agreementContent({ title: "独一份的协议", callName: "独一份的协议" });
  const { id } = await submitChange(zhao, creation("agreement", content));
  await returnChange(sun, { id, version: 1, reason: "请补签订地", field: "signedPlace" });
  const again = { ...content, signedPlace: "新蒲" };
  const returned = { id, version: 2 };
  await expect(submitChange(zhao, creation("agreement", again, { returned }))).resolves.toEqual({ id });
});

test.each(["1e99", "-1", "1.5", "9".repeat(12)])(
  "a form that says it began at version %s is read",
  async (v) => {
    const { form } = await open("agreement", "A2015-01");
    const values = { ...form.values, intent: "save", baseVersion: v };
    await expect(write("agreement", "A2015-01", values)).resolves.toMatchObject({ isReady: false });
    await expect(open("agreement", "A2015-01")).resolves.toBeDefined();
  },
);

test("what was typed in another window while the change was handed in stays in the draft", async () => {
  const { form } = await open("place", "new");
  const typed = (name: string, draftVersion: number | null) =>
    write("place", "new", { name, intent: "save", draftVersion: String(draftVersion ?? "") });
  const { draftVersion: checked } = await typed("丙区", form.draftVersion);
  const { draftVersion: newer } = await typed("丙区高新园", checked);
  if (!checked || !newer) throw new Error("no draft");
  await submitChange(zhao, creation("place", { name: "丙区" }, { draftVersion: checked }));
  expect((await open("place", "new")).form.values.name).toBe("丙区高新园");
  await submitChange(zhao, creation("place", { name: "丁区高新园" }, { draftVersion: newer }));
  expect((await open("place", "new")).proposal.draft).toBeNull();
});
