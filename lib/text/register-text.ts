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
