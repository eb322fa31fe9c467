import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { chooseRows, handInAll, handInChosen } from "@/lib/import/confirmation-commands";
import { uploadWorkbook } from "@/lib/import/import-commands";
import type { ImportVerdict } from "@/lib/import/import-dto";
import { findBadRows, findImport } from "@/lib/import/import-queries";
import { monthlySheets } from "@/lib/import/report-template-queries";
import { publishReport, returnReport } from "@/lib/progress/review-commands";
import { castOf, viewerOf } from "../../support/cast";
import { bytesOf, type Table, tableOf, workbookOfTable } from "../../support/sheet-table";
import { auditOf, openDesk } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;
let template: Table;

const period = "2016-08-01";
const summary = "机房主体完成，首批机柜进场安装。";

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
  template = await tableOf(await bytesOf(await monthlySheets(zhao, period)));
});

/** The template with something typed into the rows of these projects. */
function filled(typed: Record<string, Record<string, string>>): Table {
  const rows = template.rows.flatMap((row) => {
    const values = typed[row.项目编号 ?? ""];
    return values ? [{ ...row, ...values }] : [];
  });
  return { ...template, rows };
}

async function upload(table: Table, viewer = zhao): Promise<number> {
  const { id } = await uploadWorkbook(viewer, { fileName: "八月.xlsx", bytes: await workbookOfTable(table) });
  return id;
}

async function preview(id: number, viewer = zhao) {
  const found = await findImport(viewer, id, { show: null, page: 1 });
  if (!found) throw new Error("there is no such import");
  return found;
}

async function verdicts(id: number): Promise<Record<string, ImportVerdict>> {
  const { rows } = await preview(id);
  return Object.fromEntries(rows.map(({ key, verdict }) => [key, verdict]));
}

const reasons = async (id: number) =>
  (await preview(id)).rows.flatMap(({ problems }) =>
    problems.map(({ letter, column, value, reason }) => `${letter} ${column} “${value}” ${reason}`),
  );

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
      "P2015-01": { "形象进度（%）": "一百二", 本期进展: summary },
      "P2015-02": { 填报月份: "八月", 本期进展: summary },
      "P2015-03": { 阶段: "快好了", 本期进展: summary },
      "P2015-04": { 本期进展: "短" },
      "P2015-05": { 项目名称: "别的项目", 本期进展: summary },
      "P2015-06": { "累计到位资金（万元）": "-5", 本期进展: summary },
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
  const id = await upload(filled({ "P2015-01": { 本期进展: "=短" }, "P2015-02": { 本期进展: summary } }));
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
  const again = await upload({ ...table, rows: [{ ...row, 本期进展: summary }] });
  expect(await verdicts(again)).toEqual({ "P2015-01": "new" });
});

test("a row of somebody else's project, an unknown code and a row twice are refused", async () => {
  const [row] = filled({ "P2015-05": { 本期进展: summary } }).rows;
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

test("chosen rows are handed in once, and the rest stays; the same file again says that they wait", async () => {
  const table = filled({
    "P2015-01": { 本期进展: summary, "形象进度（%）": "４５％", "累计到位资金（万元）": "12,000" },
    "P2015-02": { 本期进展: summary },
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
  const table = filled({ "P2015-04": { 本期进展: summary } });
  const first = await upload(table);
  await handInAll(zhao, { id: first, grounds: null });
  const report = await db.progressReport.findFirstOrThrow({ where: { project: { code: "P2015-04" } } });
  await returnReport(sun, { id: report.id, version: 1, reason: "写清楚", field: "summary" });
  expect(await verdicts(await upload(table))).toEqual({ "P2015-04": "unchanged" });
  const mended = await upload(filled({ "P2015-04": { 本期进展: `${summary}共 20 架。` } }));
  expect(await verdicts(mended)).toEqual({ "P2015-04": "changed" });
  await handInAll(zhao, { id: mended, grounds: null });
  expect(await db.progressReport.findUniqueOrThrow({ where: { id: report.id } })).toMatchObject({
    state: "submitted",
    summary: `${summary}共 20 架。`,
  });
});

test("handed in as a whole, one row that is refused leaves nothing of the others", async () => {
  const id = await upload(filled({ "P2015-05": { 本期进展: summary }, "P2015-06": { 本期进展: summary } }));
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
  const id = await upload(filled({ "P2015-07": { 本期进展: summary }, "P2015-08": { 本期进展: "短" } }));
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
  const id = await upload(filled({ "P2015-09": { 本期进展: `${summary}_x0000_`, 下一步: "_xD800_" } }));
  expect(await verdicts(id)).toEqual({ "P2015-09": "bad" });
  expect((await reasons(id)).join()).toContain("文字里有无法保存的字符");
});

test("nobody sees or hands in the upload of somebody else", async () => {
  const id = await upload(filled({ "P2015-10": { 本期进展: summary } }));
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
    await expect(monthlySheets(viewer, period)).rejects.toThrow(Forbidden);
  },
);

test("an upload is forgotten after a week, unless something of it still waits for its review", async () => {
  const waits = await upload(filled({ "P2015-11": { 本期进展: summary } }));
  await handInAll(zhao, { id: waits, grounds: null });
  const idle = await upload(filled({ "P2015-12": { 本期进展: summary } }));
  await db.$executeRaw`update imports set uploaded_at = now() - interval '8 days' where id = any (${[waits, idle]})`;
  await upload(filled({ "P2015-12": { 本期进展: summary } }));
  expect(await findImport(zhao, idle, { show: null, page: 1 })).toBeNull();
  expect(await findImport(zhao, waits, { show: null, page: 1 })).not.toBeNull();
});
