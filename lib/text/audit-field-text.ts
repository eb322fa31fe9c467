import { formatMonth } from "@/lib/format/date-words";
import { formatNumber } from "@/lib/format/number";
import { auditResultText } from "@/lib/text/audit-chain-text";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";
import { missingText } from "@/lib/text/missing-text";
import { organizationKindText } from "@/lib/text/organization-text";
import { permissionText } from "@/lib/text/permission-text";
import { changeKindText, registerSubjectText } from "@/lib/text/register-text";
import { reportFieldText } from "@/lib/text/report-field-text";
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
  corrects: { label: "更正的填报" },
  statusCheck: { label: "核实编号", isSaid: true },
  change: { label: "变更编号", isSaid: true },
  subject: { label: "对象", words: registerSubjectText, isSaid: true },
  period: { label: "月份", write: formatMonth, isSaid: true },
  key: { label: "编号" },
  attachment: { label: "附件编号" },
  attachments: { label: "附件编号", isList: true },
  kind: { label: "类别", words: { ...changeKindText, ...organizationKindText } },
  title: { label: "名称" },
  name: { label: "名称" },
  shortName: { label: "简称" },
  callName: { label: "通称" },
  aliases: { label: "别称" },
  type: { label: "类型" },
  summary: { label: "内容" },
  description: { label: "介绍" },
  agreement: { label: "所属协议" },
  place: { label: "落户地" },
  newPlace: { label: "新落户地" },
  parties: { label: "签约方" },
  nameInTitle: { label: "协议中的名称" },
  organization: { label: "单位" },
  investors: { label: "投资企业" },
  newInvestors: { label: "新投资企业" },
  signed: { label: "签订日期" },
  signedPlace: { label: "签订地" },
  agreedInvestment: { label: "协议投资额", write: writeWhole },
  plannedInvestment: { label: "计划总投资", write: writeWhole },
  currency: { label: "币种" },
  commitments: { label: "承诺事项" },
  indicator: { label: "指标" },
  target: { label: "目标值" },
  milestones: { label: "节点" },
  due: { label: "时限" },
  planned: { label: "计划时限" },
  dueOn: { label: "截止日" },
  answer: { label: "核实结果", words: statusAnswerText },
  stage: { label: "阶段", words: stageText },
  stages: { label: "阶段" },
  on: { label: "日期" },
  evidence: { label: "依据" },
  condition: { label: "状况", words: conditionText, none: conditionUnverifiedText },
  isMoneyPublic: { label: "公开金额" },
  unit: { label: "责任单位", none: missingText.unassigned },
  accountId: { label: "责任人" },
  person: { label: "责任人" },
  projects: { label: "项目", isList: true },
  author: { label: "填报人" },
  import: { label: "导入编号" },
  rows: { label: "行数", isSaid: true },
  failed: { label: "没有收下的行" },
  whole: { label: "整份提交" },
  bad: { label: "有错的行" },
  new: { label: "新增的行" },
  changed: { label: "有变化的行" },
  in_review: { label: "已在审核的行" },
  unchanged: { label: "没有变化的行" },
  names: { label: "账号", isList: true },
  displayName: { label: "显示名称" },
  role: { label: "角色", words: roleText },
  factor: { label: "第二步" },
  permission: { label: "权限", words: permissionText, isSaid: true },
  count: { label: "数量", isSaid: true },
  number: { label: "事件编号", isSaid: true },
  result: { label: "结果", words: auditResultText, isSaid: true },
  bytes: { label: "字节", write: writeWhole },
  note: { label: "说明" },
  field: { label: "退回的字段", write: writeField },
  reason: { label: "原因", words: { "draft discarded": "草稿已删除", "no draft": "草稿已不在" } },
};

/** Why something was refused, by the codes that events keep. */
export const auditRefusalText: Partial<Record<string, string>> = {
  "changed-meanwhile": "密码刚刚被改过",
  disabled: "账号已停用",
  locked: "连续输错密码，账号锁定中",
  own: "自己的事要由别人决定",
  "wrong-code": "验证码不正确",
  "wrong-password-or-code": "密码或验证码不正确",
  "unknown-name": "没有这个账号",
  "wrong-password": "密码不正确",
};

/** Thousands parted; what is no whole number stays as it is. */
function writeWhole(value: string): string {
  return /^\d+$/.test(value) ? formatNumber(BigInt(value)) : value;
}

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
