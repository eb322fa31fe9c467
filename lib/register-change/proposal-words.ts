import { paths } from "@/lib/paths";
import type { FormSubject } from "@/lib/register-change/register-form-rules";
import { findRegisterForm } from "@/lib/register-change/register-forms";
import { evidenceKindText } from "@/lib/text/evidence-text";
import { changeKindText, registerStepText, registerSubjectText } from "@/lib/text/register-text";

const groundsNames: Partial<Record<string, string>> = {
  changeKind: "变更还是更正",
  reason: "原因",
  evidenceKind: "依据的种类",
  evidence: "依据",
  evidenceOn: "依据的日期",
};

const chosen: Partial<Record<string, Partial<Record<string, string>>>> = {
  changeKind: changeKindText,
  evidenceKind: evidenceKindText,
};

/** What an input of a register form is called, wherever it is spoken of. */
export function proposalFieldName(subject: FormSubject, field: string): string {
  return groundsNames[field] ?? findRegisterForm(subject)?.fieldName(field) ?? field;
}

/** What was chosen or typed into an input of a register form, in words. */
export function proposalValueName(subject: FormSubject, field: string, value: string): string {
  if (value === "") return "空";
  const ofForm = findRegisterForm(subject)?.valueName ?? ((_field: string, typed: string) => typed);
  return chosen[field]?.[value] ?? ofForm(field, value);
}

type Titled = { subject: FormSubject; thing: unknown; returned: { id: number } | null };

/** The way to the form of a subject; a standing is found with its project. */
export function proposalTrail(subject: FormSubject): { label: string; href: string }[] {
  const listed = subject === "standing" ? "project" : subject;
  return [
    { label: "登记", href: paths.staffRegister() },
    { label: registerSubjectText[listed], href: paths.staffRegister({ subject: listed }) },
  ];
}

/** "新登记协议", "修改单位", "修改登记（编号 12）". */
export function proposalTitle({ subject, thing, returned }: Titled): string {
  const name = registerSubjectText[subject];
  if (subject === "standing") return registerStepText({ subject, kind: "correction" });
  if (thing !== null) return `修改${name}`;
  return returned ? `修改登记的${name}（编号 ${returned.id}）` : `新登记${name}`;
}
