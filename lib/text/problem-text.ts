/** What holds a project up, by the kind of help it needs. */
export const problemCategoryText = {
  land: "用地",
  power: "用电",
  approval: "审批",
  financing: "融资",
  other: "其他",
} as const satisfies Record<"land" | "power" | "approval" | "financing" | "other", string>;

/** Which problems the list shows. */
export const problemStateText = {
  open: "没解决",
  resolved: "已解决",
  all: "全部",
} as const satisfies Record<"open" | "resolved" | "all", string>;

/** What the list is narrowed by, as its form and its notices say it. */
export const problemParameterText = {
  state: "状态",
  department: "部门",
  category: "类别",
  project: "项目编号",
  page: "页码",
} as const satisfies Record<"state" | "department" | "category" | "project" | "page", string>;
