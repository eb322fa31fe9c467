import { formatMonth } from "@/lib/format/date-words";
import { auditResultText } from "@/lib/text/audit-chain-text";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";
import { missingText } from "@/lib/text/missing-text";
import { permissionText } from "@/lib/text/permission-text";
import { reportFieldText } from "@/lib/text/report-text";
import { roleText } from "@/lib/text/role-text";
import { stageText } from "@/lib/text/stage-text";
import { statusAnswerText, statusCheckFieldText } from "@/lib/text/status-check-text";

export type AuditField = {
  label: string;
  /** Words for its values; a value that has none here stays as it is. */
  words?: Partial<Record<string, string>>;
  /** A value in words where a table is not enough. */
  write?: (value: string) => string;
  /** What an old or new value of null means; else 无. */
  none?: string;
  /** A list of equals: two of them are no change from one to the other. */
  isList?: true;
  /** The sentences say it already. */
  isSaid?: true;
};

/** The fields in the details of audit events, in the order in which they are shown. One that is missing here is shown
 *  last, by its own name. */
export const auditFieldText: Partial<Record<string, AuditField>> = {
  report: { label: "填报编号", isSaid: true },
  statusCheck: { label: "核实编号", isSaid: true },
  period: { label: "月份", write: formatMonth, isSaid: true },
  answer: { label: "核实结果", words: statusAnswerText },
  stage: { label: "阶段", words: stageText },
  condition: { label: "状况", words: conditionText, none: conditionUnverifiedText },
  isMoneyPublic: { label: "公开金额" },
  unit: { label: "责任单位", none: missingText.unassigned },
  accountId: { label: "责任人" },
  names: { label: "账号", isList: true },
  displayName: { label: "显示名称" },
  role: { label: "角色", words: roleText },
  permission: { label: "权限", words: permissionText, isSaid: true },
  count: { label: "数量", isSaid: true },
  number: { label: "事件编号", isSaid: true },
  result: { label: "结果", words: auditResultText, isSaid: true },
  field: { label: "退回的字段", write: writeField },
  reason: { label: "原因" },
};

/** Why something was refused, by the codes that events keep. */
export const auditRefusalText: Partial<Record<string, string>> = {
  "changed-meanwhile": "密码刚刚被改过",
  disabled: "账号已停用",
  locked: "连续输错密码，账号锁定中",
  own: "自己的事要由别人决定",
  "unknown-name": "没有这个账号",
  "wrong-password": "密码不正确",
};

const numberedFields = [
  [/^reading-(\d+)$/, "承诺事项", 0],
  [/^milestone-(\d+)$/, "节点", 0],
  [/^problem-(\d+)-/, "问题", 1],
] as const;

/** The name of a form's field; rows count from 1. */
function writeField(field: string): string {
  const names: Partial<Record<string, string>> = { ...statusCheckFieldText, ...reportFieldText };
  for (const [pattern, name, offset] of numberedFields) {
    const [, row] = pattern.exec(field) ?? [];
    if (row) return `${name} ${Number(row) + offset}`;
  }
  return names[field] ?? field;
}
