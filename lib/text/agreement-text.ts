export const agreementKindText = {
  strategic_cooperation: "战略合作协议",
  cooperation: "合作协议",
  cooperative_operation: "合作运营协议",
} as const satisfies Record<"strategic_cooperation" | "cooperation" | "cooperative_operation", string>;
