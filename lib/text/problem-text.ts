/** What holds a project up, by the kind of help it needs. */
export const problemCategoryText = {
  land: "用地",
  power: "用电",
  approval: "审批",
  financing: "融资",
  other: "其他",
} as const satisfies Record<"land" | "power" | "approval" | "financing" | "other", string>;
