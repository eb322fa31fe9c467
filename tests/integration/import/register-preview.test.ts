import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { handInAll } from "@/lib/import/confirmation-commands";
import { listRegistrations } from "@/lib/import/register-sheet-queries";
import { registerSheets } from "@/lib/import/register-template-queries";
import { findWholeProject } from "@/lib/register-change/project-content-queries";
import { changeGrounds, freshProject, openRegisterSheet } from "../../support/register-sheet";
import { bytesOf, tableOf } from "../../support/sheet-table";

const { zhao, register, upload, preview, reasons, changesOf } = await openRegisterSheet();

test("the sheet reads a project as its form does", async () => {
  for await (const batch of listRegistrations(zhao)) {
    for (const { code, version, content } of batch) {
      expect(await findWholeProject(db, { key: code })).toMatchObject({ key: code, version, content });
    }
  }
});

test("the register, handed back as it is, changes nothing", async () => {
  expect(register.rows).toHaveLength(14);
  const id = await upload(register);
  expect(await preview(id)).toMatchObject({
    kind: "register",
    state: "previewed",
    counts: { bad: 0, new: 0, changed: 0, in_review: 0, unchanged: 14 },
  });
});

test("the empty template has the same columns and no rows", async () => {
  const bytes = await bytesOf(await registerSheets(zhao, { isBlank: true }));
  const { names, rows } = await tableOf(bytes);
  expect([names, rows]).toEqual([register.names, []]);
});

test("each bad cell is named by its column and says what to do", async () => {
  const rows = [
    { ...register.rows[0], 类型: "大工程" },
    { ...register.rows[1], 项目编号: "P2099-01" },
    { ...register.rows[2], 签约日期: "2016-01-01" },
    { ...register.rows[3], 所属协议: "A2099-09" },
    { ...register.rows[4], "计划总投资（万）": "很多" },
    { ...freshProject, 项目名称: "没有日期的项目", 签约日期: "" },
    { ...freshProject, 项目名称: "没有企业的项目", 企业: "" },
    { ...freshProject, 项目名称: "没有日期的项目" },
    { ...register.rows[5], "节点 1 时限": "2018-12-31" },
  ];
  const id = await upload({ ...register, rows });
  expect(await reasons(id)).toEqual([
    "类型：只能填：工程、平台、机构、招商任务。",
    "项目编号：台账里没有这个编号。新项目请留空，发布时编号。",
    "签约日期：阶段不在这里改：往前走用进展填报，记录有误用更正。请清空这一格。",
    expect.stringMatching(/^所属协议：台账里没有这份协议/),
    "计划总投资（万）：请填数字，例如 12000 或 12,000.5。",
    expect.stringMatching(/^签约日期：请填签约日期/),
    "企业：请写至少一家投资企业。",
    "项目名称：和第 7 行同名。请只留一行。",
    expect.stringMatching(/^节点 1 (调整原因|名称)：/),
  ]);
});

test("a sheet with fewer columns leaves what it does not have as it stands", async () => {
  const names = ["项目编号", "项目名称", "类型", "项目内容", "企业"];
  const row = register.rows.find(({ 项目编号 }) => 项目编号 === "P2015-07") ?? {};
  const id = await upload({ names, rows: [{ ...row, 项目内容: "改写过的内容。" }] });
  expect(await changesOf(id)).toEqual([expect.stringMatching(/^项目内容：.* → 改写过的内容。$/)]);
  await handInAll(zhao, { id, grounds: { ...changeGrounds, kind: "correction" } });
  const { content, before } = await db.registerChange.findFirstOrThrow({
    where: { project: { code: "P2015-07" } },
  });
  expect(content).toEqual({ ...Object(before), summary: "改写过的内容。" });
});
