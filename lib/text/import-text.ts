import type { ImportKind, ImportVerdict } from "@/lib/import/import-dto";

/** What a workbook is about. */
export const importKindText = {
  reports: "月度填报",
  register: "项目台账",
} as const satisfies Record<ImportKind, string>;

/** What handing a row in would do. */
export const importVerdictText = {
  bad: "有错",
  new: "新增",
  changed: "有变化",
  in_review: "已在审核",
  unchanged: "没有变化",
} as const satisfies Record<ImportVerdict, string>;

/** Why nothing was read of an upload. */
export const uploadProblemText = {
  nothing: "还没有选文件。请选一个 .xlsx 文件再上传。",
  "too-big": "文件超过 10 MB，没有收下。请只保留要导入的表，或分成几个文件上传。",
  "too-often": "一个账号一天最多上传 60 个文件。请明天再传。",
} as const satisfies Record<string, string>;

export type UploadProblem = keyof typeof uploadProblemText;

/** What the preview says was just done. */
export const importDoneText = {
  choose: "勾选已保存。",
  chosen: "勾选的行已提交，等待审核。结果逐行列在下面。",
  all: "整份已提交，等待审核。",
} as const;
