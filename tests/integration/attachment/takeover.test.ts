import { beforeAll, expect, test } from "vitest";
import { findAttachmentFile, listReportAttachments } from "@/lib/attachment/attachment-queries";
import { mostAttachments } from "@/lib/attachment/attachment-rules";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { writeReport } from "@/lib/progress/report-writing-commands";
import { publishReport, returnReport } from "@/lib/progress/review-commands";
import { pdf } from "../../support/attached-files";
import { add, handIn, onForm, remove } from "../../support/attachment-desk";
import { viewerOf } from "../../support/cast";
import { openDesk, projectRow, typed } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

async function giveToQian(code: string): Promise<void> {
  const { id: projectId } = await projectRow(code);
  const unit = await db.unit.upsert({ where: { name: "甲单位" }, update: {}, create: { name: "甲单位" } });
  const assigned = { projectId, unitId: unit.id, accountId: qian.accountId, assignedById: sun.accountId };
  await db.assignment.create({ data: { ...assigned, since: new Date("2016-09-20") } });
}

test("who takes over a returned report sees what came with it, may take it away, and adds no more than fits", async () => {
  const code = "P2015-01";
  const names = Array.from({ length: mostAttachments }, (_, index) => `附件${index}.pdf`);
  const keys: string[] = [];
  for (const name of names) keys.push((await add(zhao, code, pdf(name, name))).key);
  const { id } = await handIn(zhao, code);
  await returnReport(sun, { id, version: 1, reason: "请补验收单", field: null });
  expect(await onForm(qian, code)).toEqual([]);
  await giveToQian(code);

  expect(await onForm(qian, code)).toEqual(names);
  expect(await findAttachmentFile(qian, keys[0] ?? "")).not.toBeNull();
  await expect(add(qian, code, pdf("验收单.pdf", "x"))).rejects.toMatchObject({ problem: "too-many" });
  await remove(qian, code, keys[0] ?? "");
  await add(qian, code, pdf("验收单.pdf", "x"));
  await handIn(qian, code, { id, version: 2 });

  await returnReport(sun, { id, version: 3, reason: "附件1 不清楚", field: null });
  await remove(qian, code, keys[1] ?? "");
  await handIn(qian, code, { id, version: 4 });
  const kept = [...names.slice(2), "验收单.pdf"];
  expect((await listReportAttachments(sun, id)).map(({ name }) => name)).toEqual(kept);
  await publishReport(sun, { id, version: 5, isMoneyPublic: false });
});

test("of two returned reports the form shows what came with the one whose month its author chose", async () => {
  const code = "P2015-02";
  const send = async (period: string, name: string) => {
    await add(zhao, code, pdf(name, name));
    const { id } = await handIn(zhao, code, null, { period });
    await returnReport(sun, { id, version: 1, reason: "请写具体", field: null });
  };
  await send("2016-07", "七月.pdf");
  await send("2016-08", "八月.pdf");
  expect(await onForm(zhao, code)).toEqual(["七月.pdf"]);
  await writeReport(zhao, typed({ code, intent: "save", period: "2016-08" }));
  expect(await onForm(zhao, code)).toEqual(["八月.pdf"]);
});
