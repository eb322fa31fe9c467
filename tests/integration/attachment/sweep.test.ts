import { beforeAll, expect, test, vi } from "vitest";
import { findAttachmentFile } from "@/lib/attachment/attachment-queries";
import { sweepAttachments } from "@/lib/attachment/attachment-sweep-commands";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { saveDraft } from "@/lib/draft/draft-commands";
import { reportForm } from "@/lib/progress/report-form-rules";
import { publishReport } from "@/lib/progress/review-commands";
import { storage } from "@/lib/storage/configured-storage";
import { pdf } from "../../support/attached-files";
import { add, handIn, onForm, remove } from "../../support/attachment-desk";
import { viewerOf } from "../../support/cast";
import { auditOf, openDesk, typed } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

async function age(key: string, days: number) {
  await db.$executeRaw`alter table attachments disable trigger keeps_handed_in`;
  await db.$executeRaw`
    update attachments set created_at = now() - make_interval(days => ${days}::int) where key = ${key}`;
  await db.$executeRaw`alter table attachments enable trigger keeps_handed_in`;
}

const exists = async (key: string) => [
  (await db.attachment.count({ where: { key } })) === 1,
  (await storage.read(key)) !== null,
];

test("the sweep takes what no draft speaks of after thirty days, and says so in the audit", async () => {
  const code = "P2014-01";
  const young = await add(zhao, code, pdf("y.pdf", "young"));
  const old = await add(qian, code, pdf("o.pdf", "old"));
  await age(young.key, 29);
  await age(old.key, 31);
  await sweepAttachments();
  expect(await exists(young.key)).toEqual([true, true]);
  expect(await exists(old.key)).toEqual([false, false]);
  expect((await auditOf(code)).at(-1)).toBe("operator attachment.removed");
});

test("the sweep leaves what belongs to a draft, however old, and what was handed in", async () => {
  const code = "P2014-01";
  await saveDraft(qian, { form: reportForm(code), input: typed(), version: null });
  const drafted = await add(qian, code, pdf("d.pdf", "drafted"));
  await age(drafted.key, 400);
  const published = await add(zhao, "P2015-01", pdf("p.pdf", "published"));
  const { id } = await handIn(zhao, "P2015-01");
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  await age(published.key, 400);
  await sweepAttachments();
  expect(await exists(drafted.key)).toEqual([true, true]);
  expect(await exists(published.key)).toEqual([true, true]);
});

test("the sweep takes what never arrived after an hour; until it arrives nobody sees it", async () => {
  const { id: _id, ...row } = await db.attachment.findFirstOrThrow({ where: { form: { not: null } } });
  const key = "d".repeat(32);
  const arriving = { key, blob: key, sha256: "0".repeat(64), storedAt: null, createdAt: undefined };
  await db.attachment.create({ data: { ...row, ...arriving } });
  await sweepAttachments();
  expect(await db.attachment.count({ where: { key } })).toBe(1);
  expect(await findAttachmentFile(zhao, key)).toBeNull();
  await age(key, 1);
  await sweepAttachments();
  expect(await db.attachment.count({ where: { key } })).toBe(0);
});

test("when the storage fails, nothing is left and the author can try again", async () => {
  const file = pdf("s.pdf", "stored the second time");
  vi.spyOn(storage, "put").mockRejectedValueOnce(new Error("The storage is full"));
  await expect(add(zhao, "P2015-02", file)).rejects.toThrow("The storage is full");
  expect(await onForm(zhao, "P2015-02")).toEqual([]);
  await add(zhao, "P2015-02", file);
  expect(await onForm(zhao, "P2015-02")).toEqual(["s.pdf"]);
  expect(await db.attachment.count({ where: { name: "s.pdf" } })).toBe(1);
});

test("what the storage does not delete at once, the next sweep does", async () => {
  const { key } = await add(zhao, "P2015-03", pdf("t.pdf", "deleted later"));
  vi.spyOn(storage, "delete").mockRejectedValueOnce(new Error("The storage is away"));
  await remove(zhao, "P2015-03", key);
  expect(await exists(key)).toEqual([true, true]);
  expect(await onForm(zhao, "P2015-03")).toEqual([]);
  await sweepAttachments();
  expect(await exists(key)).toEqual([false, false]);
});
