/** Names of the register's filters. */
export const projectParameterText = {
  stage: "阶段",
  condition: "状况",
  enterprise: "企业",
  place: "落户地",
  due: "时限",
  q: "搜索",
  sort: "排序",
  page: "页码",
  pageSize: "每页条数",
} as const;

/** Whether the next deadline lies before the day in question. */
export const dueFilterText = {
  past: "已过",
  ahead: "未到",
  none: "没有时限",
} as const satisfies Record<"past" | "ahead" | "none", string>;

/** Orders of the register, by the value of its `sort` parameter. */
export const projectSortText = {
  code: "编号，从旧到新",
  "-code": "编号，从新到旧",
  name: "项目名，按拼音",
  "-name": "项目名，按拼音倒排",
  stage: "阶段，签约在前",
  "-stage": "阶段，投产运营在前",
  due: "时限，先到先列",
  "-due": "时限，后到先列",
  record: "最近记录，旧的在前",
  "-record": "最近记录，新的在前",
} as const;
