export const projectTypeText = {
  engineering: "工程",
  platform: "平台",
  institution: "机构",
  recruitment: "招商任务",
} as const satisfies Record<"engineering" | "platform" | "institution" | "recruitment", string>;
