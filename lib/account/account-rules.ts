import type { Role } from "@/lib/auth/policy";
import { roleText } from "@/lib/text/role-text";

/** What a new account may be. Any further role is granted by the security administrator, so that nobody both makes
 *  an account and gives it power (三员分立). */
export const rolesAtCreation = ["official", "staff"] as const satisfies readonly Role[];

/** 三员: of these three an account is at most one in its life, or somebody would come to check their own acts. */
export const administrations = ["admin", "security", "auditor"] as const satisfies readonly Role[];
export type Administration = (typeof administrations)[number];

function isAdministration(role: Role): role is Administration {
  return administrations.some((administration) => administration === role);
}

/** Whether the system administrator may disable the account or reset its password. Otherwise he could sign in as
 *  the people who check him: those accounts, and his own, are the operator's. */
export function isAdministrable(role: Role): boolean {
  return !isAdministration(role);
}

type Grantee = { administration: Role | null; mustChangePassword: boolean };

/** Why an account cannot be given this role; null when it can. */
export function roleRefusal({ administration, mustChangePassword }: Grantee, role: Role): string | null {
  if (!isAdministration(role)) return null;
  if (administration !== null && administration !== role) {
    return `这个账号是或曾是${roleText[administration]}，不能再担任${roleText[role]}：三员须由不同的人担任。请授予另一个账号。`;
  }
  // Whoever made the account, or reset it, knows that password.
  return mustChangePassword
    ? "这个账号还在用别人发的一次性密码。请本人登录并修改密码后，再授予三员角色。"
    : null;
}

/** Without the one nobody makes accounts, without the other nobody grants roles. */
export function isIndispensable(role: Role): boolean {
  return role === "admin" || role === "security";
}

export type AccountState = "active" | "one-time-password" | "locked" | "disabled";
