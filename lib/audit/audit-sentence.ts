import { formatMonth } from "@/lib/format/date-words";
import { auditResultText } from "@/lib/text/audit-chain-text";
import { auditRefusalText } from "@/lib/text/audit-field-text";
import { accountlessText } from "@/lib/text/audit-person-text";
import { permissionText } from "@/lib/text/permission-text";
import { changeKindText, registerSubjectText } from "@/lib/text/register-text";

/** An event of the audit as far as its sentence needs it. */
export type ToldEvent = {
  /** The account's name at that time. */
  actor: string;
  /** Null: nobody was signed in, or a program of the operator. */
  displayName: string | null;
  action: string;
  subject: string;
  details: Readonly<Record<string, unknown>>;
  succeeded: boolean;
};

/** What is done, and to what: 发布, P2015-05 2016 年 8 月的进展填报（编号 12）. */
type Phrase = (event: ToldEvent) => readonly [verb: string, object: string];

/** Every action that is recorded, in words; `record` takes no other. What earlier versions recorded stays here. */
const phrases = {
  "account.created": (event) => ["新建", newAccount(event)],
  "account.disabled": (event) => ["停用", account(event)],
  "account.enabled": (event) => ["恢复", account(event)],
  "account.password-changed": () => ["修改", "自己的密码"],
  "account.password-reset": (event) => ["重置", `${account(event)} 的密码`],
  "account.role-granted": (event) => ["更改", `${account(event)} 的角色`],
  "account.totp-disabled": () => ["关闭", "自己的两步验证"],
  "account.totp-enabled": () => ["启用", "自己的两步验证"],
  "account.totp-offered": () => ["申请", "两步验证"],
  "account.totp-reset": (event) => ["取消", `${account(event)} 的两步验证`],
  "attachment.added": ({ subject }) => ["上传", `${subject} 的附件`],
  "attachment.removed": ({ subject }) => ["删除", `${subject} 的附件`],
  "audit.verified": (event) => ["核对", `审计链条（${verification(event)}）`],
  "import.confirmed": (event) => ["提交", importedRows(event)],
  "import.previewed": ({ subject }) => ["上传", `导入文件 ${subject}`],
  "import.refused": ({ subject }) => ["上传", `导入文件 ${subject}`],
  "permission.refused": ({ subject }) => ["使用", `${subject.startsWith("/") ? "页面" : "操作"} ${subject}`],
  "project.assigned": ({ subject }) => ["指定", `${subject} 的责任单位`],
  "project.handed-over": (event) => ["交接", handedOver(event)],
  "register.published": (event) => ["发布", registerChange(event)],
  "register.resubmitted": (event) => ["修改后再次提交", registerChange(event)],
  "register.returned": (event) => ["退回", registerChange(event)],
  "register.submitted": (event) => ["提交", registerChange(event)],
  "register.withdrawn": (event) => ["撤回", registerChange(event)],
  "report.published": (event) => ["发布", report(event)],
  "report.resubmitted": (event) => ["修改后再次提交", report(event)],
  "report.returned": (event) => ["退回", report(event)],
  "report.submitted": (event) => ["提交", report(event)],
  "report.withdrawn": (event) => ["撤回", report(event)],
  "round.closed": (event) => ["关闭", round(event)],
  "round.due-moved": (event) => ["调整", `${round(event)}的截止日`],
  "round.opened": (event) => ["开启", round(event)],
  "round.reopened": (event) => ["重新开放", round(event)],
  "session.code-asked": () => ["输对", "密码，还要输验证码"],
  "session.ended": (event) => ["结束", endedSessions(event)],
  "session.opened": (event) => ["登录", event.succeeded ? "系统" : account(event)],
  "status-check.published": (event) => ["发布", statusCheck(event)],
  "status-check.resubmitted": (event) => ["修改后再次提交", statusCheck(event)],
  "status-check.returned": (event) => ["退回", statusCheck(event)],
  "status-check.submitted": (event) => ["提交", statusCheck(event)],
  "status-check.withdrawn": (event) => ["撤回", statusCheck(event)],
} as const satisfies Record<`${string}.${string}`, Phrase>;

/** What happened, as noun.verb. */
export type AuditAction = keyof typeof phrases;

// Object.keys forgets the type of the keys.
export const auditActionNames = Object.keys(phrases) as AuditAction[];

/** Whether this version knows the action; another one may have recorded it. */
export function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(phrases, action);
}

/** An event in one Chinese sentence: 孙审核发布了 P2015-05 2016 年 8 月的进展填报（编号 12）。 */
export function auditSentence(event: ToldEvent): string {
  const [verb, object] = isAuditAction(event.action) ? phrases[event.action](event) : unknownPhrase(event);
  const who = personOf(event);
  if (event.succeeded) return `${joined(who, `${verb}了`, object)}。`;
  const why = refusalOf(event.details);
  return `${joined(who, `试图${verb}`, object)}，被拒绝${why === null ? "" : `：${why}`}。`;
}

/** Who did it, by the name that people know. */
function personOf({ actor, displayName }: ToldEvent): string {
  const accountless: Partial<Record<string, string>> = accountlessText;
  return displayName ?? accountless[actor] ?? actor;
}

function unknownPhrase({ action, subject }: ToldEvent): readonly [string, string] {
  return ["进行", `操作 ${action}（对象 ${subject}）`];
}

function refusalOf({ permission, reason }: ToldEvent["details"]): string | null {
  if (typeof permission === "string") {
    const names: Partial<Record<string, string>> = permissionText;
    return `没有“${names[permission] ?? permission}”的权限`;
  }
  return typeof reason === "string" ? (auditRefusalText[reason] ?? reason) : null;
}

function handedOver({ subject, details: { person, projects } }: ToldEvent): string {
  const taker = Array.isArray(person) ? ` 给 ${person[1]}` : "";
  return `账号 ${subject} 负责的 ${Array.isArray(projects) ? projects.length : ""} 个项目${taker}`;
}

function report({ subject, details }: ToldEvent): string {
  const month = typeof details.period === "string" ? ` ${formatMonth(details.period)}` : " ";
  const correction = typeof details.corrects === "number" ? "更正" : "";
  return `${subject}${month}的进展填报${correction}${numbered(details.report)}`;
}

function registerChange({ subject, details }: ToldEvent): string {
  const subjects: Partial<Record<string, string>> = registerSubjectText;
  const kinds: Partial<Record<string, string>> = changeKindText;
  const thing = subjects[String(details.subject)] ?? "";
  return `${joined(thing, subject, `的${kinds[String(details.kind)] ?? "变更"}`)}${numbered(details.change)}`;
}

function round({ subject }: ToldEvent): string {
  return `${/^\d{4}-\d\d$/.test(subject) ? formatMonth(subject) : subject}的月调度`;
}

function importedRows({ subject, details: { rows } }: ToldEvent): string {
  return `导入文件 ${subject} 的 ${typeof rows === "number" ? rows : ""} 行`;
}

function statusCheck({ subject, details }: ToldEvent): string {
  return `${subject} 的现状核实${numbered(details.statusCheck)}`;
}

function numbered(id: unknown): string {
  return typeof id === "number" ? `（编号 ${id}）` : "";
}

/** A name typed at sign-in that cannot be one is kept as "?". */
function account({ subject }: ToldEvent): string {
  return subject === "?" ? "一个不合格式的用户名" : `账号 ${subject}`;
}

function newAccount(event: ToldEvent): string {
  const { names } = event.details;
  return Array.isArray(names) ? `${names.length} 个演示账号` : account(event);
}

function verification({ details: { count, number, result } }: ToldEvent): string {
  if (result === "whole") return `${count} 条，完整`;
  const results: Partial<Record<string, string>> = auditResultText;
  return `第 ${number} 号事件${results[String(result)] ?? result}`;
}

function endedSessions({ actor, subject, details: { count } }: ToldEvent): string {
  const times = typeof count === "number" ? ` ${count} 次` : "";
  return `${actor === subject ? "自己" : `账号 ${subject} `}的${times}登录`;
}

/** Parts of a sentence, with a space where 汉字 meet letters or digits. */
function joined(...parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    const needsSpace =
      (/\p{Script=Han}$/u.test(text) && /^[\w/]/.test(part)) ||
      (/\w$/.test(text) && /^\p{Script=Han}/u.test(part));
    return `${text}${needsSpace ? " " : ""}${part}`;
  });
}
