import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import {
  addAttachment,
  captionAttachment,
  removeAttachment,
  removeFormAttachments,
} from "@/lib/attachment/attachment-commands";
import {
  findAttachmentFile,
  listFormAttachments,
  listReportAttachments,
} from "@/lib/attachment/attachment-queries";
import { sweepAttachments } from "@/lib/attachment/attachment-sweep-commands";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { attachedForm } from "@/lib/progress/report-form-rules";
import { publishReport, returnReport } from "@/lib/progress/review-commands";
import { getPublicProject } from "@/lib/project/project-queries";
import { storage } from "@/lib/storage/configured-storage";
import { pdf, photo } from "../../support/attached-files";
import { viewerOf } from "../../support/cast";
import { openDesk, reportOf, testDay } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;
let code: string;
let corrects: number;
let building: string;
let crane: string;
let project = 0;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

/** Each test has a published report of a project of its own, with two photos and a file, to be corrected by 钱专员. */
beforeEach(async () => {
  project += 1;
  code = `P2015-0${project}`;
  const add = async (name: string, width: number) =>
    addAttachment(zhao, attachedForm(code), await photo(name, { width, height: 40 }));
  building = (await add("楼.jpg", 60)).key;
  crane = (await add("吊车.jpg", 80)).key;
  await addAttachment(zhao, attachedForm(code), pdf());
  await captionAttachment(zhao, attachedForm(code), { key: building, caption: "主体封顶" });
  corrects = await handIn(zhao, null);
  await publishReport(sun, { id: corrects, version: 1, isMoneyPublic: false });
});

const form = () => attachedForm(code, corrects);
const why = { correctionReason: "形象进度抄错，应为四成" };

async function handIn(
  viewer: Viewer,
  of: number | null,
  returned: { id: number; version: number } | null = null,
) {
  const report = reportOf(of === null ? {} : { ...why, percent: "40" });
  const { id } = await submitReport(viewer, {
    code,
    requestId: randomUUID(),
    report,
    returned,
    corrects: of,
  });
  return id;
}

const shown = async (viewer: Viewer) =>
  (await listFormAttachments(viewer, form())).map(({ name, caption }) =>
    caption ? `${name} ${caption}` : name,
  );
const inReport = async (id: number) =>
  (await listReportAttachments(sun, id)).map(({ name, caption }) => (caption ? `${name} ${caption}` : name));
const publicPhotos = async () =>
  (await getPublicProject(code, testDay))?.reports.flatMap(({ photos }) => photos) ?? [];
const isPublic = async (key: string) => (await findAttachmentFile(null, key)) !== null;

test("a correction keeps the photos and files of the report whose place it takes, under new addresses", async () => {
  expect(await shown(qian)).toEqual(["楼.jpg 主体封顶", "吊车.jpg", "验收单.pdf"]);
  const id = await handIn(qian, corrects);
  expect(await inReport(id)).toEqual(["楼.jpg 主体封顶", "吊车.jpg", "验收单.pdf"]);
  expect(await isPublic(building)).toBe(true);
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  const photos = await publicPhotos();
  expect(photos.map(({ caption }) => caption)).toEqual(["主体封顶", null]);
  expect(await isPublic(building)).toBe(false);
  const [first] = photos;
  const file = await findAttachmentFile(null, first?.url.split("/").at(-1) ?? "");
  expect(file).toMatchObject({ blob: building });
  expect(await storage.read(file?.blob ?? "")).not.toBeNull();
});

test("it can leave a photo out, describe one anew and add one; the published report stays as it is until then", async () => {
  await removeAttachment(qian, form(), { key: crane });
  await captionAttachment(qian, form(), { key: building, caption: "2 号楼封顶" });
  await captionAttachment(qian, form(), { key: building, caption: "2 号楼主体封顶" });
  await addAttachment(qian, form(), await photo("塔.jpg", { width: 90, height: 40 }));
  await sweepAttachments();
  expect(await shown(qian)).toEqual(["楼.jpg 2 号楼主体封顶", "验收单.pdf", "塔.jpg"]);
  expect((await publicPhotos()).map(({ caption }) => caption)).toEqual(["主体封顶", null]);
  const id = await handIn(qian, corrects);
  expect((await inReport(id)).toSorted()).toEqual(
    ["塔.jpg", "楼.jpg 2 号楼主体封顶", "验收单.pdf"].toSorted(),
  );
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  expect((await publicPhotos()).map(({ caption }) => caption).toSorted()).toEqual(["2 号楼主体封顶", null]);
  expect(await isPublic(crane)).toBe(false);
});

test("a discarded correction changes nothing, and the next one starts from what is published", async () => {
  await removeAttachment(qian, form(), { key: crane });
  await captionAttachment(qian, form(), { key: building, caption: "错" });
  await removeFormAttachments(qian, form());
  expect(await shown(qian)).toEqual(["楼.jpg 主体封顶", "吊车.jpg", "验收单.pdf"]);
  expect(await storage.read(crane)).not.toBeNull();
});

test("what somebody leaves out of their correction stays in the form of another", async () => {
  await removeAttachment(qian, form(), { key: crane });
  expect(await shown(zhao)).toContain("吊车.jpg");
});

test("a returned correction comes back with what it has, and keeps no more than that", async () => {
  await removeAttachment(qian, form(), { key: crane });
  const id = await handIn(qian, corrects);
  await returnReport(sun, { id, version: 1, reason: "请补说明", field: null });
  expect(await shown(qian)).toEqual(["楼.jpg 主体封顶", "验收单.pdf"]);
  const [first] = await listFormAttachments(qian, form());
  await captionAttachment(qian, form(), { key: first?.key ?? "", caption: "补的说明" });
  await handIn(qian, corrects, { id, version: 2 });
  expect(await inReport(id)).toEqual(["楼.jpg 补的说明", "验收单.pdf"]);
});

test("nothing is added to the correction of a report that is not published, or of another project", async () => {
  const file = pdf("x.pdf", "x");
  const stranger = { problem: "stranger" };
  await expect(addAttachment(qian, attachedForm("P2015-12", corrects), file)).rejects.toMatchObject(stranger);
  const id = await handIn(qian, corrects);
  await expect(addAttachment(zhao, attachedForm(code, id), file)).rejects.toMatchObject(stranger);
});

test("the database counts what a correction keeps", async () => {
  for (let at = 0; at < 9; at += 1) await addAttachment(qian, form(), pdf(`${at}.pdf`, String(at)));
  await expect(addAttachment(qian, form(), pdf("x.pdf", "x"))).rejects.toMatchObject({ problem: "too-many" });
  const id = await handIn(qian, corrects);
  expect(await db.attachment.count({ where: { reportId: id } })).toBe(12);
});
