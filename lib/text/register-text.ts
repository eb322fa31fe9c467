/** What of the register a change is about. */
export const registerSubjectText = {
  project: "项目",
  agreement: "协议",
  organization: "单位",
  place: "落户地",
  standing: "项目的阶段和状况",
} as const satisfies Record<"organization" | "place" | "agreement" | "project" | "standing", string>;

/** What a change does to it. */
export const changeKindText = {
  creation: "登记",
  change: "变更",
  correction: "更正",
} as const satisfies Record<"creation" | "change" | "correction", string>;

/** What a change does to what, as lists name it. */
export type RegisterStep = { subject: keyof typeof registerSubjectText; kind: keyof typeof changeKindText };

/** "登记协议", "更正单位". */
export function registerStepText({ subject, kind }: RegisterStep): string {
  return `${changeKindText[kind]}${registerSubjectText[subject]}`;
}

/** Where the public reads what is published. */
export const publicEffectText = {
  project: "发布以后，项目页、项目台账和统计里就是这些",
  agreement: "发布以后，协议页、协议列表和签约企业的页面上就是这些",
  organization: "企业有自己的页面；政府和园区写在协议的签约方里",
  place: "发布以后，项目页和筛选里用这个名称",
  standing: "发布以后，项目页、项目台账和统计里就是这些",
} as const satisfies Record<keyof typeof registerSubjectText, string>;
