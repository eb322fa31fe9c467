import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { handInChosen } from "@/lib/import/confirmation-commands";
import { uploadWorkbook } from "@/lib/import/import-commands";
import { registerSheets } from "@/lib/import/register-template-queries";
import type { Grounds } from "@/lib/register-change/proposal-schema";
import { viewerOf } from "../../support/cast";
import { bytesOf, tableOf, workbookOfTable } from "../../support/sheet-table";
import { openDesk } from "../../support/staff-desk";

let zhao: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
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
