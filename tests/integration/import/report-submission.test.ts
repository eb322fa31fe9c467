import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { chooseRows, handInAll, handInChosen } from "@/lib/import/confirmation-commands";
import { monthlySheets } from "@/lib/import/report-template-queries";
import { publishReport, returnReport } from "@/lib/progress/review-commands";
import { openReportSheet, reportSummary } from "../../support/report-sheet";
import { bytesOf, tableOf } from "../../support/sheet-table";
import { auditOf } from "../../support/staff-desk";

const { zhao, qian, sun, filled, upload, preview, verdicts, reasons } = await openReportSheet();

test("chosen rows are handed in once, and the rest stays; the same file again says that they wait", async () => {
  const table = filled({
    "P2015-01": { 本期进展: reportSummary, "形象进度（%）": "４５％", "累计到位资金（万元）": "12,000" },
    "P2015-02": { 本期进展: reportSummary },
    "P2015-03": { 本期进展: "短" },
  });
  const id = await upload(table);
  await chooseRows(zhao, { id, shown: [2, 3], chosen: [2] });
  expect(await handInChosen(zhao, { id: id, grounds: null })).toEqual({ left: 0 });
  await handInChosen(zhao, { id: id, grounds: null });
  const reports = await db.progressReport.findMany({ include: { project: true } });
  expect(reports).toMatchObject([
    { state: "submitted", percent: 45, arrivedFunds: 120_000_000n, project: { code: "P2015-01" } },
  ]);
  expect(await auditOf("P2015-01")).toEqual(["zhao report.submitted"]);
  expect((await preview(id)).rows.map(({ result }) => result)).toEqual([reports[0]?.id, null, null]);

  const again = await upload(table);
  expect(await verdicts(again)).toEqual({ "P2015-01": "in_review", "P2015-02": "new", "P2015-03": "bad" });
  expect((await preview(again)).earlierId).toBe(id);
  await publishReport(sun, { id: reports[0]?.id ?? 0, version: 1, isMoneyPublic: false });
  expect(await verdicts(await upload(table))).toMatchObject({ "P2015-01": "unchanged" });
});

test("another report of the same month stands in the way, and is named", async () => {
  const id = await upload(filled({ "P2015-01": { 本期进展: "另一种说法，也够十个字。" } }));
  expect((await reasons(id)).join()).toMatch(
    /2016 年 8 月已有一份已发布的填报（编号 \d+，赵专员），内容不一样/,
  );
});

test("a returned report is handed in again by a changed row of its author", async () => {
  const table = filled({ "P2015-04": { 本期进展: reportSummary } });
  const first = await upload(table);
  await handInAll(zhao, { id: first, grounds: null });
  const report = await db.progressReport.findFirstOrThrow({ where: { project: { code: "P2015-04" } } });
  await returnReport(sun, { id: report.id, version: 1, reason: "写清楚", field: "summary" });
  expect(await verdicts(await upload(table))).toEqual({ "P2015-04": "unchanged" });
  const mended = await upload(filled({ "P2015-04": { 本期进展: `${reportSummary}共 20 架。` } }));
  expect(await verdicts(mended)).toEqual({ "P2015-04": "changed" });
  await handInAll(zhao, { id: mended, grounds: null });
  expect(await db.progressReport.findUniqueOrThrow({ where: { id: report.id } })).toMatchObject({
    state: "submitted",
    summary: `${reportSummary}共 20 架。`,
  });
});

test("handed in as a whole, one row that is refused leaves nothing of the others", async () => {
  const id = await upload(
    filled({ "P2015-05": { 本期进展: reportSummary }, "P2015-06": { 本期进展: reportSummary } }),
  );
  const other = await upload(filled({ "P2015-06": { 本期进展: "同事先填了，也够十个字。" } }), qian);
  await handInAll(qian, { id: other, grounds: null });
  const before = await db.auditEvent.count();
  await expect(handInAll(zhao, { id: id, grounds: null })).rejects.toThrow(
    /^第 3 行：2016 年 8 月已有一份待审核.*一行都没有提交。$/,
  );
  expect(await db.progressReport.count({ where: { project: { code: "P2015-05" } } })).toBe(0);
  expect(await db.auditEvent.count()).toBe(before);
  expect(await preview(id)).toMatchObject({ state: "previewed", handedIn: 0 });

  expect(await handInChosen(zhao, { id: id, grounds: null })).toEqual({ left: 0 });
  const { rows, failed } = await preview(id);
  expect(failed).toBe(1);
  expect(rows.map(({ result, failure }) => [result !== null, failure])).toEqual([
    [true, null],
    [false, expect.stringContaining("已有一份待审核的填报")],
  ]);
});

test("a file with bad rows is not handed in as a whole", async () => {
  const id = await upload(
    filled({ "P2015-07": { 本期进展: reportSummary }, "P2015-08": { 本期进展: "短" } }),
  );
  await expect(handInAll(zhao, { id: id, grounds: null })).rejects.toThrow("还有 1 行有错，不能整份提交");
});

test("本期无变化 is handed in where something was published; a changed cell beside it is refused", async () => {
  const september = await tableOf(await bytesOf(await monthlySheets(zhao, "2016-09-01")));
  const row = september.rows.find(({ 项目编号 }) => 项目编号 === "P2015-01");
  expect(row).toMatchObject({ "形象进度（%）": "45", "累计到位资金（万元）": "12000" });
  const id = await upload({ ...september, rows: [{ ...row, 本期无变化: "是" }] });
  await handInAll(zhao, { id: id, grounds: null });
  expect(await db.progressReport.findFirstOrThrow({ where: { isUnchanged: true } })).toMatchObject({
    summary: "本期无变化",
    percent: null,
  });
  const both = await upload({
    ...september,
    rows: [{ ...row, 填报月份: "2016-07", 本期无变化: "是", "形象进度（%）": "50" }],
  });
  expect((await reasons(both)).join()).toContain("勾了“本期无变化”，这里就不填");
});
