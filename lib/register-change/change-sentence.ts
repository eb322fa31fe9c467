import { type DiffRow, isChanged } from "@/lib/format/field-diff";
import type { Evidence } from "@/lib/register-change/register-change-rules";
import { evidenceKindText } from "@/lib/text/evidence-text";
import { changeKindText, type RegisterStep, registerStepText } from "@/lib/text/register-text";

/** "登记协议。", "变更签订地、协议投资额。" */
export function changeSentence(step: RegisterStep, rows: readonly DiffRow[]): string {
  if (step.kind === "creation") return `${registerStepText(step)}。`;
  const names = rows.filter((row) => !row.isInternal && isChanged(row)).map(({ name }) => name);
  const what =
    names.length > 0 ? names.join("、") : registerStepText(step).slice(changeKindText[step.kind].length);
  return `${changeKindText[step.kind]}${what}。`;
}

/** "文件或批复：合作协议第 3 条（2016-08-30）" */
export function evidenceWords({ kind, text, on }: Evidence): string {
  return `${evidenceKindText[kind]}：${text}（${on}）`;
}
