/** Where a project stands, as a tag beside its name. */
export const stageText = {
  signed: "签约",
  under_construction: "在建",
  operating: "投产运营",
} as const satisfies Record<"signed" | "under_construction" | "operating", string>;

/** The same stages as headings of counts; 已签约 means the current stage, 累计签约 is all of them. */
export const stageTileText = {
  signed: "已签约",
  under_construction: "在建",
  operating: "已投产",
} as const satisfies Record<keyof typeof stageText, string>;

/** What a source or report must say for a project to stand there. */
export const stageMeaningText = {
  signed: "协议已签，还没有开工的记录。",
  under_construction: "有来源写明已经开工。",
  operating: "有来源写明已经投产或投入运营。",
} as const satisfies Record<keyof typeof stageText, string>;
