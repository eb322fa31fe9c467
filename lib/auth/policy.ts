export const roles = ["official", "staff", "reviewer", "admin", "security", "auditor"] as const;
export type Role = (typeof roles)[number];

/** Who may do what; whoever is not named may not. 三员分立: admin, security and auditor share no task and have
 *  no part in the business; who writes (staff) does not review. */
export const policy = {
  "dashboard:internal": ["official", "staff", "reviewer"],
  "project:read-internal": ["official", "staff", "reviewer"],
  "project:assign": ["reviewer"],
  "project:hand-over": ["reviewer"],
  "draft:keep": ["staff", "reviewer"],
  "round:read": ["staff", "reviewer"],
  "round:manage": ["reviewer"],
  "report:write": ["staff"],
  "report:review": ["reviewer"],
  "report:withdraw": ["reviewer"],
  "register:read": ["staff", "reviewer"],
  "register:write": ["staff"],
  "register:review": ["reviewer"],
  "import:write": ["staff"],
  "status-check:write": ["staff", "reviewer"],
  "status-check:review": ["reviewer"],
  "account:read": ["admin", "security"],
  "account:create": ["admin"],
  "account:disable": ["admin"],
  "account:reset-password": ["admin"],
  "account:grant-role": ["security"],
  "session:end": ["security"],
  "account:reset-totp": ["security"],
  "audit:read": ["auditor"],
  "own-account:manage": roles,
} as const satisfies Record<`${string}:${string}`, readonly Role[]>;

export type Permission = keyof typeof policy;

/** Whether a role has a permission. Nobody signed in (null) has none. */
export function can(role: Role | null, permission: Permission): boolean {
  const allowed: readonly Role[] = policy[permission];
  return role !== null && allowed.includes(role);
}
