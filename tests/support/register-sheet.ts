// The sheet of the register as staff fill it in and upload it.
import type { Viewer } from "@/lib/auth/viewer";
import { uploadWorkbook } from "@/lib/import/import-commands";
import type { ImportVerdict } from "@/lib/import/import-dto";
import { findImport } from "@/lib/import/import-queries";
import { registerSheets } from "@/lib/import/register-template-queries";
import type { Grounds } from "@/lib/register-change/proposal-schema";
import { viewerOf } from "./cast";
import { bytesOf, type Table, tableOf, workbookOfTable } from "./sheet-table";
import { openDesk } from "./staff-desk";

const evidence = { kind: "document", text: "备案文件", on: "2016-09-01" } as const;
export const changeGrounds: Grounds = { kind: "change", reason: "年度核对", evidence };
export const creationGrounds: Grounds = { kind: "creation", reason: null, evidence };

/** A project that is not registered, as it is typed in. */
export const freshProject = {
  项目编号: "",
  项目名称: "云谷算力中心",
  类型: "工程",
  项目内容: "建设一座算力中心。",
  企业: "中兴通讯股份有限公司、云谷科技",
  落户地: "云谷园区",
  签约日期: "2016年3月",
  "计划总投资（万）": "120,000",
  "承诺事项 1 名称": "机柜",
  "承诺事项 1 目标值": "３０００",
  "承诺事项 1 单位": "架",
  "节点 1 名称": "竣工",
  "节点 1 时限": "2017 年下半年",
};

/** Opens the desk at which zhao downloads, fills in and uploads the register. */
export async function openRegisterSheet() {
  await openDesk();
  const zhao = await viewerOf("zhao");
  const download = async (isBlank = false) => tableOf(await bytesOf(await registerSheets(zhao, { isBlank })));
  const register = await download();

  async function upload(table: Table, viewer: Viewer = zhao): Promise<number> {
    const { id } = await uploadWorkbook(viewer, {
      fileName: "台账.xlsx",
      bytes: await workbookOfTable(table),
    });
    return id;
  }

  async function preview(id: number) {
    const found = await findImport(zhao, id, { show: null, page: 1 });
    if (!found) throw new Error("there is no such import");
    return found;
  }

  return {
    zhao,
    qian: await viewerOf("qian"),
    sun: await viewerOf("sun"),
    register,
    download,
    upload,
    preview,
    /** The rows of these projects with something changed. */
    changed: (typed: Record<string, Record<string, string>>): Table => ({
      ...register,
      rows: register.rows.flatMap((row) => {
        const values = typed[row.项目编号 ?? ""];
        return values ? [{ ...row, ...values }] : [];
      }),
    }),
    withFresh: (typed: Record<string, string> = {}): Table => ({
      ...register,
      rows: [{ ...freshProject, ...typed }],
    }),
    verdicts: async (id: number): Promise<ImportVerdict[]> =>
      (await preview(id)).rows.map(({ verdict }) => verdict),
    reasons: async (id: number) =>
      (await preview(id)).rows.flatMap(({ problems }) =>
        problems.map(({ column, reason }) => `${column}：${reason}`),
      ),
    changesOf: async (id: number) =>
      (await preview(id)).rows.flatMap(({ changes }) =>
        changes.map(({ name, before, after }) => `${name}：${before} → ${after}`),
      ),
  };
}
