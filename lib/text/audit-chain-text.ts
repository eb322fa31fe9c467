/** What a check of the audit chain comes to: whole, or what was done to the first event that is not as it was. */
export const auditResultText = {
  whole: "完整",
  edited: "被改过",
  deleted: "被删除",
  inserted: "是插入的",
  reordered: "被调换",
  cut: "末尾被删除",
  rewritten: "哈希被重算",
} as const satisfies Record<
  "whole" | "edited" | "deleted" | "inserted" | "reordered" | "cut" | "rewritten",
  string
>;
