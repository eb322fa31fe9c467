/** The five answers of 现状核实; not knowing is one of them. */
export const statusAnswerText = {
  operating: "已投产",
  under_construction: "在建",
  not_started: "未开工",
  terminated: "已终止",
  unclear: "暂未查清",
} as const satisfies Record<
  "operating" | "under_construction" | "not_started" | "terminated" | "unclear",
  string
>;

/** What has to be filled in for each answer. */
export const statusAnswerNoteText = {
  operating: "填投产日期",
  under_construction: "填开工日期",
  not_started: "填核实日期",
  terminated: "填终止日期和原因",
  unclear: "填核实日期，2 个月后再问",
} as const satisfies Record<keyof typeof statusAnswerText, string>;

/** The fields of 现状核实 that a reviewer can name when it goes back. */
export const statusCheckFieldText = {
  answer: "情况",
  on: "日期",
  reason: "终止的原因",
  evidence: "依据",
  unit: "责任单位",
} as const satisfies Record<string, string>;
