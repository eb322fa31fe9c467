import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DraftConflict, discardDraft, saveDraft, writeForm } from "@/lib/draft/draft-commands";
import { findDraft } from "@/lib/draft/draft-queries";
import { openedForm, parkedForm } from "@/lib/draft/draft-rules";
import { parkForm } from "@/lib/draft/parking-commands";
import type { KeptValues } from "@/lib/result";
import { castOf, createCast, viewerOf } from "../../support/cast";

let zhao: Viewer;
let qian: Viewer;

beforeAll(async () => {
  await createCast();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
});

const nothingWrong = async () => ({});
const write = (form: string, sent: KeptValues, viewer = zhao) =>
  writeForm(viewer, { intent: "save", draftVersion: "", ...sent }, { form, check: nothingWrong });

/** What an open window sends: which it is, and how often it has sent. */
const fromWindow = (formId: string, turn: number, values: KeptValues) => ({
  formId,
  turn: String(turn),
  ...values,
});

async function stored(form: string, viewer = zhao) {
  return (await findDraft(viewer, form))?.input;
}

test("a draft that another window changed is not overwritten unseen", async () => {
  const first = await write("test:a", fromWindow("one", 1, { percent: "10", note: "" }));
  const second = await write("test:a", fromWindow("two", 1, { percent: "20", note: "" }));
  expect(second).toMatchObject({
    savedAt: null,
    draftVersion: first.draftVersion,
    differences: [{ field: "percent", mine: "20", stored: "10" }],
  });
  expect(await stored("test:a")).toMatchObject({ percent: "10" });
  await expect(saveDraft(zhao, { form: "test:a", input: { percent: "20" }, version: 9 })).rejects.toThrow(
    DraftConflict,
  );
});

test("its author takes one or the other for each field, and what they typed since", async () => {
  const { draftVersion } = await write("test:b", { percent: "10", summary: "甲", note: "丙" });
  const sent = { percent: "20", summary: "乙，再写", note: "丁" };
  const choices = { "choose:percent": "10", "choose:summary": "乙，再写", "choose:note": "丙" };
  const merged = await write("test:b", { ...sent, ...choices, draftVersion: String(draftVersion) });
  expect(merged).toMatchObject({ differences: [], draftVersion: 2 });
  expect(await stored("test:b")).toEqual({ percent: "10", summary: "乙，再写", note: "丙" });
});

test("a choice between versions that a third has replaced is asked again", async () => {
  await write("test:c", { percent: "10", note: "甲" });
  await write("test:c", { percent: "15", note: "乙", draftVersion: "1" });
  const choices = { "choose:percent": "10", "choose:note": "丙" };
  const late = await write("test:c", { percent: "20", note: "丙", ...choices, draftVersion: "1" });
  expect(late.savedAt).toBeNull();
  expect(late.differences.map(({ field, stored: other }) => [field, other])).toEqual([
    ["percent", "15"],
    ["note", "乙"],
  ]);
  expect(await stored("test:c")).toMatchObject({ percent: "15", note: "乙" });
});

test("the same text from another window is no conflict", async () => {
  await write("test:d", fromWindow("one", 1, { percent: "10" }));
  expect(await write("test:d", fromWindow("two", 1, { percent: "10" }))).toMatchObject({
    differences: [],
    draftVersion: 2,
    savedAt: expect.any(String),
  });
});

test("a window saves again without having heard of its last saving, whose answer was lost", async () => {
  await write("test:e", fromWindow("one", 1, { percent: "10" }));
  expect(await write("test:e", fromWindow("one", 2, { percent: "20" }))).toMatchObject({ draftVersion: 2 });
});

test("a saving that was overtaken on its way changes nothing", async () => {
  await write("test:f", fromWindow("one", 2, { percent: "20" }));
  const late = await write("test:f", fromWindow("one", 1, { percent: "10" }));
  expect(late).toMatchObject({ differences: [], draftVersion: 1 });
  expect(await stored("test:f")).toMatchObject({ percent: "20" });
});

test("an old page that is sent again without JavaScript overtakes nothing", async () => {
  await write("test:g", { percent: "10" });
  await write("test:g", { percent: "20", draftVersion: "1" });
  expect((await write("test:g", { percent: "10", draftVersion: "1" })).differences).toHaveLength(1);
  expect(await stored("test:g")).toMatchObject({ percent: "20" });
});

test.each(["official", "admin", "security", "auditor"] as const)("%s keeps no drafts", async (role) => {
  await expect(write("test:h", { percent: "1" }, await viewerOf(castOf[role]))).rejects.toThrow(Forbidden);
});

test("what came after the session's end waits for its author and nobody else, and is no draft", async () => {
  const keeper = { accountId: zhao.accountId, form: "test:i" };
  expect(await parkForm(keeper, { keeper: "sealed", intent: "check", percent: "10", draftVersion: "" })).toBe(
    true,
  );
  expect(await findDraft(zhao, "test:i")).toBeNull();
  expect(await findDraft(qian, parkedForm("test:i"))).toBeNull();
  const opened = openedForm(null, await findDraft(zhao, parkedForm("test:i")));
  expect(opened).toEqual({
    values: { percent: "10" },
    draftVersion: null,
    savedAt: null,
    differences: [],
    parkedVersion: 1,
  });
});

test("saving takes it over; what came later still waits", async () => {
  const keeper = { accountId: zhao.accountId, form: "test:j" };
  await parkForm(keeper, { percent: "10" });
  await parkForm(keeper, { percent: "30" });
  await write("test:j", { percent: "10", parkedVersion: "1" });
  expect(await stored(parkedForm("test:j"))).toEqual({ percent: "30" });
  await write("test:j", { percent: "30", parkedVersion: "2", draftVersion: "1" });
  expect(await stored(parkedForm("test:j"))).toBeUndefined();
});

test("where the draft went on meanwhile, its author chooses", async () => {
  await write("test:k", { percent: "10" });
  await parkForm({ accountId: zhao.accountId, form: "test:k" }, { percent: "20", draftVersion: "1" });
  const before = openedForm(await findDraft(zhao, "test:k"), await findDraft(zhao, parkedForm("test:k")));
  expect(before).toMatchObject({ values: { percent: "20" }, differences: [] });
  await write("test:k", { percent: "15", draftVersion: "1" });
  const after = openedForm(await findDraft(zhao, "test:k"), await findDraft(zhao, parkedForm("test:k")));
  expect(after).toMatchObject({
    values: { percent: "20" },
    differences: [{ field: "percent", mine: "20", stored: "15" }],
  });
});

test("nothing waits for a disabled account, and nothing that is too long", async () => {
  const { id } = await db.account.findUniqueOrThrow({ where: { name: "qian" } });
  expect(await parkForm({ accountId: id, form: "test:l" }, { text: "字".repeat(200_001) })).toBe(false);
  await db.account.update({ where: { id }, data: { disabledAt: new Date() } });
  expect(await parkForm({ accountId: id, form: "test:l" }, { text: "字" })).toBe(false);
  await db.account.update({ where: { id }, data: { disabledAt: null } });
});

test("what is thrown away is gone, with what waited", async () => {
  await write("test:m", { percent: "10" });
  await parkForm({ accountId: zhao.accountId, form: "test:m" }, { percent: "20" });
  await discardDraft(zhao, "test:m");
  expect(await stored("test:m")).toBeUndefined();
  expect(await stored(parkedForm("test:m"))).toBeUndefined();
});
