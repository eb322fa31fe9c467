import type { Role } from "@/lib/auth/policy";

/** What a new account may be. Any further role is granted by the security administrator, so that nobody both makes
 *  an account and gives it power (三员分立). */
export const rolesAtCreation = ["official", "staff"] as const satisfies readonly Role[];

const administrations: readonly Role[] = ["admin", "security", "auditor"];

/** Whether the system administrator may disable the account or reset its password. Otherwise he could sign in as
 *  the people who check him: those accounts, and his own, are the operator's. */
export function isAdministrable(role: Role): boolean {
  return !administrations.includes(role);
}

export type AccountState = "active" | "one-time-password" | "locked" | "disabled";
