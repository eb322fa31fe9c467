/** On what an answer of 现状核实 rests. */
export const evidenceKindText = {
  document: "文件或批复",
  site_visit: "现场查看",
  company_statement: "企业书面说明",
  public_report: "公开报道",
  phone_call: "电话询问",
} as const satisfies Record<
  "document" | "site_visit" | "company_statement" | "public_report" | "phone_call",
  string
>;
