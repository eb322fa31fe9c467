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
