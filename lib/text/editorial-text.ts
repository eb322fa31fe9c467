/** Who has seen a report: from the author's desk to the public page. */
export const editorialText = {
  draft: "草稿",
  submitted: "待审核",
  returned: "已退回",
  published: "已发布",
  corrected: "已更正",
  withdrawn: "已撤回",
} as const satisfies Record<
  "draft" | "submitted" | "returned" | "published" | "corrected" | "withdrawn",
  string
>;
