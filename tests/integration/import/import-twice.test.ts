import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { handInAll, handInChosen } from "@/lib/import/confirmation-commands";
import { uploadWorkbook } from "@/lib/import/import-commands";
import { registerSheets } from "@/lib/import/register-template-queries";
import { monthlySheets } from "@/lib/import/report-template-queries";
import type { Grounds } from "@/lib/register-change/proposal-schema";
import { DomainError } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { bytesOf, tableOf, workbookOfTable } from "../../support/sheet-table";
import { openDesk } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
});

const names = "一二三四五六七八九十".split("").map((number) => `${number}号示范厂房`);
const grounds: Grounds = {
  kind: "creation",
  reason: null,
  evidence: { kind: "document", text: "备案文件", on: "2016-09-01" },
};

test("chosen rows that are sent twice at once are handed in once, and none is said to be refused", async () => {
  const table = await tableOf(await bytesOf(await registerSheets(zhao, { isBlank: true })));
  const rows = names.map((name, index) => ({
    项目编号: "",
    项目名称: name,
    类型: "工程",
    项目内容: `建设${name}。`,
    企业: `第${index}示范公司`,
    签约日期: "2016年3月",
  }));
  const bytes = await workbookOfTable({ ...table, rows });
  const { id } = await uploadWorkbook(zhao, { fileName: "台账.xlsx", bytes });
  await Promise.all(Array.from({ length: 4 }, () => handInChosen(zhao, { id, grounds })));
  const kept = await db.importRow.findMany({ where: { importId: id }, orderBy: { row: "asc" } });
  expect(kept.map(({ failure }) => failure)).toEqual(names.map(() => null));
  expect(kept.every(({ registerChangeId }) => registerChangeId !== null)).toBe(true);
  expect(await db.registerChange.count({ where: { title: { in: names } } })).toBe(names.length);
});

test("two people who hand the same month in, one from the top and one from the bottom, hear of each other", async () => {
  const template = await tableOf(await bytesOf(await monthlySheets(zhao, "2016-08-01")));
  const rows = template.rows.map((row) => ({ ...row, 本期进展: "机房主体完成，首批机柜进场安装。" }));
  const upload = async (viewer: Viewer, sheet: typeof rows) => {
    const bytes = await workbookOfTable({ ...template, rows: sheet });
    return uploadWorkbook(viewer, { fileName: "八月.xlsx", bytes });
  };
  const down = await upload(zhao, rows);
  const up = await upload(qian, rows.toReversed());
  const ends = await Promise.allSettled([
    handInAll(zhao, { id: down.id, grounds: null }),
    handInAll(qian, { id: up.id, grounds: null }),
  ]);
  const refusals = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  expect(refusals).toEqual([expect.any(DomainError)]);
  expect(await db.progressReport.count()).toBe(rows.length);
});
