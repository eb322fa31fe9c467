import { beforeAll, expect, test } from "vitest";
import type { SentFile } from "@/lib/attachment/attachment-content";
import { listReportAttachments } from "@/lib/attachment/attachment-queries";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { publishReport, returnReport } from "@/lib/progress/review-commands";
import { pdf, photo } from "../../support/attached-files";
import { add, caption, handIn, onForm, remove } from "../../support/attachment-desk";
import { viewerOf } from "../../support/cast";
import { openDesk } from "../../support/staff-desk";

let small: SentFile;
let zhao: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
  small = await photo("工地.jpg", { width: 60, height: 40 });
});

test("what was handed in waits unchanged for its review, and comes back with the report", async () => {
  const code = "P2015-13";
  const { key } = await add(zhao, code, small);
  const { id } = await handIn(zhao, code);
  await expect(remove(zhao, code, key)).rejects.toMatchObject({ problem: "gone" });
  await expect(caption(zhao, code, key, "改")).rejects.toMatchObject({ problem: "gone" });

  await returnReport(sun, { id, version: 1, reason: "请补验收单", field: null });
  expect(await onForm(zhao, code)).toEqual(["工地.jpg"]);
  await caption(zhao, code, key, "改过的说明");
  await add(zhao, code, pdf("验收单.pdf", "after the return"));
  await handIn(zhao, code, { id, version: 2 });
  expect((await listReportAttachments(sun, id)).map(({ name, caption }) => [name, caption])).toEqual([
    ["工地.jpg", "改过的说明"],
    ["验收单.pdf", null],
  ]);
});

test("what came with a returned report can be taken away by its author", async () => {
  const code = "P2015-01";
  const { key } = await add(zhao, code, small);
  const { id } = await handIn(zhao, code);
  await returnReport(sun, { id, version: 1, reason: "照片不清楚", field: null });
  await remove(zhao, code, key);
  await handIn(zhao, code, { id, version: 2 });
  expect(await listReportAttachments(sun, id)).toEqual([]);
});

test("what was added goes with the report of its own project only, and a report of another month leaves it there", async () => {
  await add(zhao, "P2015-02", pdf("二.pdf", "2"));
  await add(zhao, "P2015-03", pdf("三.pdf", "3"));
  const { id } = await handIn(zhao, "P2015-02");
  expect((await listReportAttachments(sun, id)).map(({ name }) => name)).toEqual(["二.pdf"]);
  expect(await onForm(zhao, "P2015-03")).toEqual(["三.pdf"]);
});

test("what was handed in is changed by nobody once it was published, not even in the database", async () => {
  const code = "P2015-04";
  const { key } = await add(zhao, code, small);
  const { id } = await handIn(zhao, code);
  const change = (sql: () => Promise<unknown>) => expect(sql()).rejects.toThrow(/handed in|stays what it is/);
  await change(() => db.$executeRaw`update attachments set caption = 'x' where key = ${key}`);
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  await change(() => db.$executeRaw`update attachments set caption = 'x' where key = ${key}`);
  await change(() => db.$executeRaw`update attachments set removed_at = now() where key = ${key}`);
  await change(() => db.$executeRaw`update attachments set sha256 = repeat('0', 64) where key = ${key}`);
  await change(() => db.$executeRaw`update attachments set report_id = null, form = 'x' where key = ${key}`);
  await change(() => db.$executeRaw`delete from attachments where key = ${key}`);
  await expect(db.$executeRaw`truncate attachments`).rejects.toThrow("withdraw instead");
  const { id: _id, ...row } = await db.attachment.findUniqueOrThrow({ where: { key } });
  const other = "e".repeat(32);
  await expect(db.attachment.create({ data: { ...row, key: other, blob: other } })).rejects.toThrow(
    "before it is published",
  );
  await expect(remove(zhao, code, key)).rejects.toMatchObject({ problem: "gone" });
});
