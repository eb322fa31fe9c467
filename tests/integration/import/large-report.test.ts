// Before anything of lib: it counts what is asked of the database.
import "../../support/counted-database";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { handInChosen } from "@/lib/import/confirmation-commands";
import { publishReport } from "@/lib/progress/review-commands";
import { statementsOf } from "../../support/counted-database";
import { registerMany } from "../../support/large-register";
import { openReportSheet, reportSummary } from "../../support/report-sheet";
import type { Table } from "../../support/sheet-table";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const { zhao, sun, download, upload, preview } = await openReportSheet();
const [newRows, badRows, otherMonth] = [60, 40, 20];
const unchanged = 10_000 - newRows - badRows;
let filled: Table;

// About five for each batch of 500 rows.
const mostStatements = 150;

beforeAll(async () => {
  await registerMany(10_000 - otherMonth - 14);
  const template = await download();
  const rows = template.rows.map((row, index) => {
    if (index >= 100 && index < 100 + newRows) return { ...row, 本期进展: reportSummary };
    return index >= 200 && index < 200 + badRows ? { ...row, 本期进展: "短" } : row;
  });
  const july = template.rows.slice(0, otherMonth).map((row) => ({ ...row, 填报月份: "2016-07" }));
  filled = { ...template, rows: [...rows, ...july] };
});

test("10,000 rows are told apart with few statements, and one page of them is read", async () => {
  expect(filled.rows).toHaveLength(10_000);
  let id = 0;
  const statements = await statementsOf(async () => {
    id = await upload(filled);
  });
  expect(statements).toBeLessThan(mostStatements);
  const { counts, rows } = await preview(id);
  expect(counts).toEqual({ bad: badRows, new: newRows, changed: 0, in_review: 0, unchanged });
  expect(rows).toHaveLength(50);
  expect(await statementsOf(() => preview(id))).toBe(1);
});

test("what was handed in waits in the next upload, and has come to stand in the one after it", async () => {
  const id = await upload(filled);
  while ((await handInChosen(zhao, { id, grounds: null })).left > 0);
  const counts = async () => (await preview(await upload(filled))).counts;
  expect(await counts()).toEqual({ bad: badRows, new: 0, changed: 0, in_review: newRows, unchanged });

  for (const { id: report } of await db.progressReport.findMany({ select: { id: true } })) {
    await publishReport(sun, { id: report, version: 1, isMoneyPublic: false });
  }
  const after = { bad: badRows, new: 0, changed: 0, in_review: 0, unchanged: unchanged + newRows };
  expect(await counts()).toEqual(after);
});
