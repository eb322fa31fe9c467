import { expect, test } from "vitest";
import { Forbidden } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { chooseRows, handInAll, handInChosen } from "@/lib/import/confirmation-commands";
import { uploadWorkbook } from "@/lib/import/import-commands";
import { findBadRows, findImport } from "@/lib/import/import-queries";
import { monthlySheets } from "@/lib/import/report-template-queries";
import { castOf, viewerOf } from "../../support/cast";
import { openReportSheet, reportPeriod, reportSummary } from "../../support/report-sheet";
import { bytesOf, tableOf } from "../../support/sheet-table";

const { zhao, qian, template, filled, upload, preview, verdicts, reasons } = await openReportSheet();

test("the month's sheet has a row for each project that is due, and handed back as it is it says nothing", async () => {
  expect(template.rows.map(({ 项目编号 }) => 项目编号)).toContain("P2015-05");
  expect(template.rows).toHaveLength(14);
  expect(template.rows.find(({ 项目编号 }) => 项目编号 === "P2014-01")).toMatchObject({
    项目名称: expect.stringContaining("以晴"),
    填报月份: "2016-08",
    阶段: "投产运营",
    本期无变化: "",
  });
  const id = await upload(template);
  const { counts, state, kind } = await preview(id);
  expect([state, kind]).toEqual(["previewed", "reports"]);
  expect(counts).toEqual({ bad: 0, new: 0, changed: 0, in_review: 0, unchanged: 14 });
  expect(await db.progressReport.count()).toBe(0);
});

test("each bad cell is named with its row, column, value and what to do", async () => {
  const id = await upload(
    filled({
      "P2015-01": { "形象进度（%）": "一百二", 本期进展: reportSummary },
      "P2015-02": { 填报月份: "八月", 本期进展: reportSummary },
      "P2015-03": { 阶段: "快好了", 本期进展: reportSummary },
      "P2015-04": { 本期进展: "短" },
      "P2015-05": { 项目名称: "别的项目", 本期进展: reportSummary },
      "P2015-06": { "累计到位资金（万元）": "-5", 本期进展: reportSummary },
      "P2015-07": { 本期无变化: "是" },
      "P2015-08": { 本期进展: "主体施工过半，开始封顶。" },
    }),
  );
  const rows = await preview(id);
  expect(rows.counts).toMatchObject({ bad: 8, new: 0 });
  expect((await reasons(id)).map((reason) => reason.replace(/^\S+ /, ""))).toEqual([
    "形象进度（%） “一百二” 请填 0 到 100 的整数，例如 45。",
    "填报月份 “八月” 请填月份，例如 2016-08。",
    "阶段 “快好了” 只能填：签约、在建、投产运营。",
    "本期进展 “短” 请写本期进展，至少 10 个字。",
    expect.stringMatching(/^项目名称 “别的项目” 编号 P2015-05 是“.*”。请核对这一行是不是错位。$/),
    "累计到位资金（万元） “-5” 不能是负数，请核对。",
    "本期无变化 “是” 还没有已发布的填报或核实，没有可比的上期。请写本期进展，或先核实现状。",
    "本期进展 “主体施工过半，开始封顶。” 正文写到施工，阶段仍是签约。填开工日期，或说明原因。",
  ]);
  expect(rows.rows[0]?.problems[0]).toMatchObject({ letter: expect.stringMatching(/^[A-Z]+$/) });
});

test("the bad rows come back as a sheet with what is wrong, ready to be put right and sent again", async () => {
  const id = await upload(
    filled({ "P2015-01": { 本期进展: "=短" }, "P2015-02": { 本期进展: reportSummary } }),
  );
  const found = await findBadRows(zhao, id);
  const { badRowsSheet } = await import("@/lib/import/bad-rows-sheet");
  const table = await tableOf(await bytesOf(found ? [badRowsSheet(found)] : []));
  expect(table.rows).toMatchObject([
    {
      原来的行号: "2",
      要改什么: "本期进展：请写本期进展，至少 10 个字。",
      项目编号: "P2015-01",
      本期进展: "'=短",
    },
  ]);
  const [row] = table.rows;
  const again = await upload({ ...table, rows: [{ ...row, 本期进展: reportSummary }] });
  expect(await verdicts(again)).toEqual({ "P2015-01": "new" });
});

test("a row of somebody else's project, an unknown code and a row twice are refused", async () => {
  const [row] = filled({ "P2015-05": { 本期进展: reportSummary } }).rows;
  const id = await upload({
    ...template,
    rows: [
      { ...row, 项目编号: "P2099-01" },
      { ...row, 项目编号: "" },
      { ...row },
      { ...row },
      { ...row, 填报月份: "2016/7" },
    ],
  });
  expect((await preview(id)).rows.map(({ verdict }) => verdict)).toEqual(["bad", "bad", "new", "bad", "new"]);
  expect((await reasons(id)).join()).toMatch(
    /找不到这个项目，或者它由别人负责.*请填项目编号.*和第 4 行是同一个项目/,
  );
});

test("a sheet without its columns is refused by their names", async () => {
  const id = await upload({ names: ["项目编号", "备注"], rows: [{ 项目编号: "P2015-05", 备注: "x" }] });
  expect(await preview(id)).toMatchObject({
    state: "refused",
    refusal: expect.stringMatching(/^缺少这些列：填报月份、本期无变化、本期进展。请用下载的模板/),
  });
});

test("a formula anywhere leaves nothing of the file", async () => {
  const { packed, workbookParts } = await import("../../support/workbook-file");
  const names = template.names.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join("");
  const bytes = await packed(
    workbookParts(
      `<row r="1">${names}</row><row r="2"><c r="A2" t="str"><v>P2015-05</v></c></row><row r="3"><c r="D3"><f>1</f></c></row>`,
    ),
  );
  const { id } = await uploadWorkbook(zhao, { fileName: "../../etc/八月\u202E.exe", bytes });
  expect(await preview(id)).toMatchObject({
    state: "refused",
    refusal: expect.stringContaining("单元格 D3 是公式"),
    fileName: "八月.xlsx",
    rows: [],
  });
});

test("text that no database stores is shown without it, and not handed in", async () => {
  const id = await upload(filled({ "P2015-09": { 本期进展: `${reportSummary}_x0000_`, 下一步: "_xD800_" } }));
  expect(await verdicts(id)).toEqual({ "P2015-09": "bad" });
  expect((await reasons(id)).join()).toContain("文字里有无法保存的字符");
});

test("nobody sees or hands in the upload of somebody else", async () => {
  const id = await upload(filled({ "P2015-10": { 本期进展: reportSummary } }));
  expect(await findImport(qian, id, { show: null, page: 1 })).toBeNull();
  expect(await findBadRows(qian, id)).toBeNull();
  await expect(handInAll(qian, { id: id, grounds: null })).rejects.toThrow("已经过期，或者没有读完");
  await expect(handInChosen(qian, { id: id, grounds: null })).rejects.toThrow("已经过期，或者没有读完");
  await chooseRows(qian, { id, shown: [2], chosen: [] });
  expect((await preview(id)).chosen).toBe(1);
});

test.each(["official", "reviewer", "admin", "security", "auditor"] as const)(
  "a person in the role %s imports nothing",
  async (role) => {
    const viewer = await viewerOf(castOf[role]);
    await expect(uploadWorkbook(viewer, { fileName: "a.xlsx", bytes: Buffer.from("x") })).rejects.toThrow(
      Forbidden,
    );
    await expect(handInAll(viewer, { id: 1, grounds: null })).rejects.toThrow(Forbidden);
    await expect(handInChosen(viewer, { id: 1, grounds: null })).rejects.toThrow(Forbidden);
    await expect(findImport(viewer, 1, { show: null, page: 1 })).rejects.toThrow(Forbidden);
    await expect(monthlySheets(viewer, reportPeriod)).rejects.toThrow(Forbidden);
  },
);

test("an upload is forgotten after a week, unless something of it still waits for its review", async () => {
  const waits = await upload(filled({ "P2015-11": { 本期进展: reportSummary } }));
  await handInAll(zhao, { id: waits, grounds: null });
  const idle = await upload(filled({ "P2015-12": { 本期进展: reportSummary } }));
  await db.$executeRaw`update imports set uploaded_at = now() - interval '8 days' where id = any (${[waits, idle]})`;
  await upload(filled({ "P2015-12": { 本期进展: reportSummary } }));
  expect(await findImport(zhao, idle, { show: null, page: 1 })).toBeNull();
  expect(await findImport(zhao, waits, { show: null, page: 1 })).not.toBeNull();
});
