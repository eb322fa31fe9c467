import { describe, expect, it } from "vitest";
import { can, type Permission, policy, type Role, roles } from "@/lib/auth/policy";

const permissions = Object.keys(policy) as Permission[]; // Object.keys forgets the type of the keys
const permissionsOf = (role: Role) => permissions.filter((permission) => can(role, permission));
const business = /^(dashboard|project|draft|round|report|register|status-check):/;

describe("the policy", () => {
  it.each([
    ["official", ["dashboard:internal", "project:read-internal"]],
    [
      "staff",
      [
        "dashboard:internal",
        "project:read-internal",
        "draft:keep",
        "round:read",
        "report:write",
        "register:read",
        "register:write",
        "import:write",
        "status-check:write",
      ],
    ],
    [
      "reviewer",
      [
        "dashboard:internal",
        "project:read-internal",
        "project:assign",
        "project:hand-over",
        "draft:keep",
        "round:read",
        "round:manage",
        "report:review",
        "report:withdraw",
        "register:read",
        "register:review",
        "status-check:write",
        "status-check:review",
      ],
    ],
    ["admin", ["account:read", "account:create", "account:disable", "account:reset-password"]],
    ["security", ["account:read", "account:grant-role", "session:end", "account:reset-totp"]],
    ["auditor", ["audit:read"]],
  ] as const)("gives %s exactly this, and the own account", (role, allowed) => {
    expect(permissionsOf(role)).toEqual([...allowed, "own-account:manage"]);
  });

  it("keeps system, security and audit administrators out of the business, and apart from each other", () => {
    const administrators = ["admin", "security", "auditor"] as const;
    for (const role of administrators) {
      expect(permissionsOf(role).filter((permission) => business.test(permission))).toEqual([]);
    }
    const everyones: readonly Permission[] = ["own-account:manage", "account:read"];
    for (const permission of permissions.filter((name) => !everyones.includes(name))) {
      expect(administrators.filter((role) => can(role, permission)).length).toBeLessThanOrEqual(1);
    }
  });

  it("lets nobody both write and review a report", () => {
    for (const role of roles) {
      expect(can(role, "report:write") && can(role, "report:review")).toBe(false);
    }
  });

  it("gives nothing to a visitor who is not signed in", () => {
    expect(permissions.filter((permission) => can(null, permission))).toEqual([]);
  });

  it("leaves no permission without a role", () => {
    for (const permission of permissions) expect(policy[permission].length).toBeGreaterThan(0);
  });
});
