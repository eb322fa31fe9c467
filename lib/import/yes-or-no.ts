/** The answers of a drop-down. */
export const yesOrNo = ["是", "否"] as const;
