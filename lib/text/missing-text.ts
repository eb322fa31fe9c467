/** Why a value is not there. Never 0, never a guess. */
export const missingText = {
  /** A source could have stated it and does not. */
  not_stated: "来源未载明",
  /** Ours to assign: a responsible unit, a person. */
  unassigned: "未指定",
  /** Nobody has reported it yet. */
  not_reported: "尚未填报",
  not_applicable: "不适用",
  /** A rate that cannot be computed. */
  not_computable: "--",
} as const satisfies Record<
  "not_stated" | "unassigned" | "not_reported" | "not_applicable" | "not_computable",
  string
>;
