import { beforeAll, expect, test } from "vitest";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { exportNoteSheet } from "@/lib/project/export-note-sheet";
import { findExportSelection, listExportedProjects } from "@/lib/project/project-export-queries";
import { exportSheet } from "@/lib/project/project-export-sheet";
import { listPublicProjects } from "@/lib/project/project-list-queries";
import { exportParameters, parseProjectQuery } from "@/lib/project/project-query";
import { castOf, viewerOf } from "../../support/cast";
import { bytesOf, tableOf } from "../../support/sheet-table";
import { openDesk, testDay } from "../../support/staff-desk";

let lin: Viewer;

beforeAll(async () => {
  await openDesk();
  lin = await viewerOf("lin");
});

async function exported(params: string, viewer = lin) {
  const { query, ignored } = parseProjectQuery(new URLSearchParams(params), exportParameters);
  const selection = await findExportSelection(viewer, query, testDay);
  const sheets = [
    exportSheet(listExportedProjects(viewer, selection.ids)),
    exportNoteSheet({ selection, query, ignored, day: testDay, isDemo: true }),
  ];
  const bytes = await bytesOf(sheets);
  const note = await tableOf(bytes, ["说明"]);
  return {
    ...(await tableOf(bytes, ["项目"])),
    note: Object.fromEntries(note.rows.map(({ 项, 内容 }) => [项, 内容])),
  };
}

test.each([
  "",
  "stage=signed",
  "enterprise=zte&sort=-name",
  "place=none",
  "q=zxdsj",
  "q=中兴&due=past",
  "q=nothing-like-it",
])(
  "the export of ?%s is exactly what the register shows for it, in its order, on all pages",
  async (params) => {
    const { query } = parseProjectQuery(new URLSearchParams(params));
    const { items } = await listPublicProjects({ ...query, pageSize: 100 }, testDay);
    const { rows } = await exported(params);
    expect(rows.map(({ 项目编号 }) => 项目编号)).toEqual(items.map(({ code }) => code));
  },
);

test("what is missing is said by its word, and a number that is missing is an empty cell", async () => {
  const { rows } = await exported("q=P2015-05");
  expect(rows).toMatchObject([
    {
      项目编号: "P2015-05",
      当前阶段: "签约",
      阶段日期: "不晚于 2015-08-10",
      状况: "未核实",
      责任单位: "未指定",
      责任人: "未指定",
      最近填报: "尚未填报",
      最近来源: "2015-08-10",
      "累计到位资金（万元）": "",
      "形象进度（%）": "",
    },
  ]);
});

test("internal values are exact, and text that looks like a formula is none", async () => {
  await db.$executeRaw`
    update all_projects set arrived_funds = 123456789, planned_investment = 81470000000, summary = summary, name = '=cmd|x'
    where code = 'P2015-05'`;
  const { rows } = await exported("q=P2015-05");
  expect(rows).toMatchObject([
    {
      项目名称: "'=cmd|x",
      "累计到位资金（万元）": "12345.6789",
      "计划总投资（万）": "8147000",
      资金是否公开: "内部",
    },
  ]);
});

test("the export says what was selected, and from when it is", async () => {
  const { note } = await exported("stage=signed&q=中兴&place=nonsense!&sort=-record");
  expect(note).toMatchObject({
    筛选: "阶段：签约；搜索：“中兴”",
    没有采用: "落户地 的值不能识别。",
    排序: "最近记录，新的在前",
    统计日: testDay,
    最近来源: "2015-08-10",
    注意: "演示数据，不是真实情况。",
  });
});

test.each(["admin", "security", "auditor"] as const)(
  "a person in the role %s exports nothing",
  async (role) => {
    const viewer = await viewerOf(castOf[role]);
    const { query } = parseProjectQuery(new URLSearchParams());
    await expect(findExportSelection(viewer, query, testDay)).rejects.toThrow(Forbidden);
    await expect(listExportedProjects(viewer, [1]).next()).rejects.toThrow(Forbidden);
  },
);
