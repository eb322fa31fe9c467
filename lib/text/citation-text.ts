/** What a citation is about. */
export const citedSubjectText = {
  organization: "单位",
  agreement: "协议",
  project: "项目",
  event: "事件",
  place: "地方",
} as const satisfies Record<"organization" | "agreement" | "project" | "event" | "place", string>;

/** A part of what a citation is about. */
export const citedPartText = {
  party: "签约方",
  stage: "阶段",
  commitment: "承诺事项",
  milestone: "节点",
  figure: "数字",
} as const satisfies Record<"party" | "stage" | "commitment" | "milestone" | "figure", string>;

/** The cited fields by their names in the API. */
export const citedFieldText = {
  name: "名称",
  description: "介绍",
  aliases: "别称",
  title: "名称",
  signed: "签订日期",
  signedPlace: "签订地",
  summary: "内容",
  organization: "单位",
  enterprises: "投资企业",
  agreement: "所属协议",
  place: "落户地",
  stage: "阶段和日期",
  indicator: "内容",
  target: "目标值",
  planned: "计划时限",
  deadline: "最后一天的读法",
  value: "数值",
  held: "日期",
} as const satisfies Record<string, string>;
