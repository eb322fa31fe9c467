// Before anything of lib: it counts what is asked of the database.
import "../../support/counted-database";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { handInChosen } from "@/lib/import/confirmation-commands";
import { publishImport } from "@/lib/import/import-review-commands";
import { getSeen } from "@/lib/import/import-review-queries";
import { statementsOf } from "../../support/counted-database";
import { registerMany } from "../../support/large-register";
import { changeGrounds, freshProject, openRegisterSheet } from "../../support/register-sheet";
import type { Table } from "../../support/sheet-table";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const { zhao, sun, download, upload, preview } = await openRegisterSheet();
const [changedRows, badRows, newRows] = [60, 40, 20];
const registered = 10_000 - newRows;
let whole: Table;
let filled: Table;

// About five for each batch of 500 rows.
const mostStatements = 150;

beforeAll(async () => {
  await registerMany(registered - 14);
  whole = await download();
  const rows = whole.rows.map((row, index) => {
    if (index >= 100 && index < 100 + changedRows) return { ...row, 项目内容: `改写过的第 ${index} 条。` };
    return index >= 200 && index < 200 + badRows ? { ...row, 类型: "大工程" } : row;
  });
  const added = Array.from({ length: newRows }, (_, index) => ({
    ...freshProject,
    项目名称: `云谷算力中心第 ${index} 处`,
    企业: "中兴通讯股份有限公司",
    落户地: "",
    不是重复登记的原因: "各处另行签约",
  }));
  filled = { ...whole, rows: [...rows, ...added] };
});

test("the register comes as a sheet in which every enterprise has its name", async () => {
  expect(whole.rows).toHaveLength(registered);
  const slugs = new Set((await db.organization.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  expect(whole.rows.filter(({ 企业 }) => slugs.has(企业 ?? ""))).toEqual([]);
});

test("10,000 rows are told apart with few statements, and one page of them is read", async () => {
  let id = 0;
  const statements = await statementsOf(async () => {
    id = await upload(filled);
  });
  expect(statements).toBeLessThan(mostStatements);
  const unchanged = registered - changedRows - badRows;
  const { counts, rows } = await preview(id);
  expect(counts).toEqual({ bad: badRows, new: newRows, changed: changedRows, in_review: 0, unchanged });
  expect(rows).toHaveLength(50);
  expect(await statementsOf(() => preview(id))).toBe(1);
});

test("what was handed in waits in the next upload, and has come to stand in the one after it", async () => {
  const id = await upload(filled);
  while ((await handInChosen(zhao, { id, grounds: changeGrounds })).left > 0);
  const counts = async () => (await preview(await upload(filled))).counts;
  const typed = newRows + changedRows;
  const unchanged = registered - changedRows - badRows;
  expect(await counts()).toEqual({ bad: badRows, new: 0, changed: 0, in_review: typed, unchanged });

  const publish = async () => publishImport(sun, { id, seen: await getSeen(sun, id) });
  while ((await publish()).left > 0);
  const after = { bad: badRows, new: 0, changed: 0, in_review: 0, unchanged: unchanged + typed };
  expect(await counts()).toEqual(after);
});
