import { describe, expect, it } from "vitest";
import { type Permission, policy, type Role, roles } from "@/lib/auth/policy";
import {
  Forbidden,
  NotSignedIn,
  PasswordChangeDue,
  requirePermission,
  SecondFactorDue,
  type Viewer,
} from "@/lib/auth/viewer";

const permissions = Object.keys(policy) as Permission[];
const viewer = (role: Role, mustChangePassword = false): Viewer => ({
  accountId: 1,
  name: "zhao",
  displayName: "赵专员",
  role,
  sessionId: "4dd0ab2b-6a6e-4d66-8f4c-1c1b7f0f4a55",
  mustChangePassword,
  mustAddSecondFactor: false,
  address: null,
});

describe.each(permissions)("%s", (permission) => {
  const allowed: readonly Role[] = policy[permission];

  it.each(roles)("allows %s exactly when the policy does", (role) => {
    const attempt = () => requirePermission(viewer(role), permission);
    if (allowed.includes(role)) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(Forbidden);
  });

  it("asks a visitor to sign in", () => {
    expect(() => requirePermission(null, permission)).toThrow(NotSignedIn);
  });

  it.runIf(permission !== "own-account:manage")("waits until a one-time password is changed", () => {
    const [role = "staff"] = allowed;
    expect(() => requirePermission(viewer(role, true), permission)).toThrow(PasswordChangeDue);
  });

  it.runIf(permission !== "own-account:manage")("waits until a required second factor is on", () => {
    const [role = "staff"] = allowed;
    const held = { ...viewer(role), mustAddSecondFactor: true };
    expect(() => requirePermission(held, permission)).toThrow(SecondFactorDue);
  });
});

it("a one-time password can be changed, and a required second factor turned on", () => {
  const held = { ...viewer("staff", true), mustAddSecondFactor: true };
  expect(() => requirePermission(held, "own-account:manage")).not.toThrow();
});
