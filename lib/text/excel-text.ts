const saveAgain = "用 Excel 或 WPS 打开，另存为 .xlsx 再上传。";

/** Why a file is not read as a workbook; `detail` names cells or a number. */
export const workbookRefusalText = {
  notWorkbook: () => `这不是 Excel 工作簿（.xlsx）。请${saveAgain}`,
  oldFormat: () => `这是旧格式的 Excel 文件（.xls）。请${saveAgain}`,
  encrypted: () => "文件加了密码。请取消密码，保存后再上传。",
  macro: () => "文件带有宏，不能上传。请另存为不带宏的 .xlsx 再上传。",
  damaged: () => `文件不完整或已损坏，没有读取。请重新下载或复制一份；还不行，${saveAgain}`,
  bomb: () => "文件展开以后过大，没有读取。请只保留要导入的表，另存一份再上传。",
  tooLarge: () => "文件超过 10 MB。请只保留要导入的表，或分成几个文件上传。",
  tooComplex: () => "文件太复杂，没有读完。请只保留要导入的表，把数值粘贴到新下载的模板里再上传。",
  tooManyRows: (most) => `一次最多导入 ${Number(most).toLocaleString("en-US")} 行。请分成几个文件上传。`,
  tooManyColumns: (most) => `第 ${most} 列以后还有内容。请用下载的模板，不要加列。`,
  formula: (cells) => `单元格 ${cells} 是公式。请复制后选择性粘贴为数值，再上传。`,
  merged: (cells) => `单元格 ${cells} 是合并的。请取消合并，每行填完整，再上传。`,
  busy: () => "现在上传的人太多，没有读取。请过一分钟再上传。",
  empty: () => "表里没有内容。请从模板的第 2 行开始填，再上传。",
} as const satisfies Record<string, (detail: string) => string>;

export type RefusedWorkbook = keyof typeof workbookRefusalText;
