import { stages } from "@/lib/project/project-rules";
import { currencyText } from "@/lib/text/currency-text";
import { projectTypeText } from "@/lib/text/project-text";

const names: Partial<Record<string, string>> = {
  name: "项目名称",
  shortName: "简称",
  type: "类型",
  summary: "项目内容",
  agreement: "所属协议",
  agreementNote: "协议未明的原因",
  place: "落户地",
  currency: "币种",
  plannedInvestment: "计划总投资",
  agreedInvestment: "协议投资额",
  commitment: "承诺事项",
  milestone: "节点",
  investor: "企业",
};

const groupNames: Partial<Record<string, string>> = {
  investor: "企业",
  commitment: "承诺事项",
  milestone: "节点",
};

const partNames: Partial<Record<string, string>> = {
  name: "名称",
  indicator: "名称",
  title: "名称",
  target: "目标值",
  unit: "单位",
  due: "时限",
  planned: "时限",
  aim: "是否可计量",
  note: "备注",
  reason: "调整原因",
};

/** What happens when a project reaches a stage, and what its inputs are called. */
export const stageStepText = {
  signed: "签约",
  under_construction: "开工",
  operating: "投产",
} as const satisfies Record<(typeof stages)[number], string>;

const stagePartNames: Partial<Record<string, string>> = {
  on: "日期",
  evidence: "依据",
  reason: "没有开工记录的原因",
};

/** What an input of the project form is called, wherever it is spoken of. */
export function projectFieldName(field: string): string {
  const [, group, row, part] = /^(investor|commitment|milestone)-(\d+)-(\w+)$/.exec(field) ?? [];
  if (group && row && part) {
    return `${groupNames[group] ?? group} ${Number(row) + 1} 的${partNames[part] ?? part}`;
  }
  const stage = stages.find((name) => field.startsWith(`stage-${name}-`));
  if (stage) return `${stageStepText[stage]}${stagePartNames[field.split("-").at(-1) ?? ""] ?? ""}`;
  return names[field] ?? field;
}

const chosen: Partial<Record<string, string>> = { ...projectTypeText, ...currencyText };

/** What was chosen or typed into an input of the project form, in words; what nobody typed is none. */
export function projectValueName(field: string, value: string): string {
  if (field.endsWith("-ordinal")) return "";
  if (field.endsWith("-aim")) return "不用数字衡量";
  return field === "type" || field === "currency" ? (chosen[value] ?? value) : value;
}
