import type { AuditAction } from "@/lib/audit/audit-sentence";

type NounOf<Action> = Action extends `${infer Noun}.${string}` ? Noun : never;

/** Kinds of events to choose from, by the noun of their actions. */
export const auditKindText = {
  report: "进展填报",
  "status-check": "现状核实",
  attachment: "附件",
  register: "登记和变更",
  round: "月调度",
  import: "导入",
  project: "责任单位",
  account: "账号",
  session: "登录",
  permission: "越权",
  audit: "审计",
} as const satisfies Record<NounOf<AuditAction>, string>;

export const auditOutcomeText = { done: "成功", refused: "被拒绝" } as const satisfies Record<
  "done" | "refused",
  string
>;

/** Names of the filters on the page of the audit. */
export const auditParameterText = {
  person: "操作人",
  subject: "对象",
  kind: "类别",
  from: "起始日",
  to: "截止日",
  outcome: "结果",
  before: "编号",
} as const;
