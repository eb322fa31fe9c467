import { beforeAll, describe, expect, it } from "vitest";
import {
  createAccount,
  disableAccount,
  enableAccount,
  grantRole,
  resetPassword,
} from "@/lib/account/account-commands";
import { listAccounts } from "@/lib/account/account-queries";
import { operator } from "@/lib/audit/audit-record";
import { type Role, roles } from "@/lib/auth/policy";
import { Forbidden, requirePermission } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { castOf, createCast, viewerOf } from "../../support/cast";

const account = (name: string) =>
  db.account.findUniqueOrThrow({
    where: { name },
    select: { role: true, disabledAt: true, mustChangePassword: true },
  });
const others = (...allowed: Role[]) => roles.filter((role) => !allowed.includes(role));
const newcomer = (name: string, role: Role = "staff") => ({ name, displayName: "新人", role });

beforeAll(createCast);

describe("making an account", () => {
  it("is the system administrator's", async () => {
    await createAccount(await viewerOf("guan"), newcomer("zhou"));
    expect(await account("zhou")).toMatchObject({ role: "staff", mustChangePassword: true });
  });

  it.each(others("admin"))("is refused to %s", async (role) => {
    await expect(createAccount(await viewerOf(castOf[role]), newcomer("wu"))).rejects.toThrow(Forbidden);
  });

  it.each(others("official", "staff"))("with the role %s needs the operator", async (role) => {
    const name = `new-${role}`;
    await expect(createAccount(await viewerOf("guan"), newcomer(name, role))).rejects.toThrow(
      /安全保密管理员/,
    );
    await createAccount(operator, newcomer(name, role));
    expect(await account(name)).toMatchObject({ role });
  });

  it("twice with one name makes one", async () => {
    const admin = await viewerOf("guan");
    const results = await Promise.allSettled([1, 2].map(() => createAccount(admin, newcomer("zheng"))));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(createAccount(admin, newcomer("zheng"))).rejects.toThrow(/已被使用/);
    expect(await db.auditEvent.count({ where: { action: "account.created", subject: "zheng" } })).toBe(1);
  });
});

describe("granting a role", () => {
  it("is the security administrator's, says old and new, and ends the sessions", async () => {
    const { sessionId } = await viewerOf("qian");
    await grantRole(await viewerOf("an"), { name: "qian", role: "reviewer" });
    expect(await account("qian")).toMatchObject({ role: "reviewer" });
    const session = await db.session.findUniqueOrThrow({
      where: { id: sessionId },
      select: { endedAt: true },
    });
    expect(session.endedAt).not.toBeNull();
    const event = await db.auditEvent.findFirst({
      where: { action: "account.role-granted", subject: "qian" },
      select: { actor: true, details: true },
    });
    expect(event).toEqual({ actor: "an", details: { role: ["staff", "reviewer"] } });
  });

  it.each(others("security"))("is refused to %s", async (role) => {
    const viewer = await viewerOf(castOf[role]);
    await expect(grantRole(viewer, { name: "zhao", role: "reviewer" })).rejects.toThrow(Forbidden);
  });

  it.each(roles)("%s to oneself is refused", async (role) => {
    await expect(grantRole(await viewerOf("an"), { name: "an", role })).rejects.toThrow(/自己/);
    expect(await account("an")).toMatchObject({ role: "security" });
  });

  it("is refused when somebody changed the account meanwhile, and when it has the role already", async () => {
    const security = await viewerOf("an");
    const grants = (["reviewer", "official"] as const).map((role) =>
      grantRole(security, { name: "zhao", role }),
    );
    const results = await Promise.allSettled(grants);
    const { role } = await account("zhao");
    expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    await expect(grantRole(security, { name: "zhao", role })).rejects.toThrow(/已经是这个角色/);
    await grantRole(security, { name: "zhao", role: "staff" });
  });
});

describe("disabling and resetting", () => {
  it("are the system administrator's", async () => {
    await resetPassword(await viewerOf("guan"), { name: "li" });
    await disableAccount(await viewerOf("guan"), { name: "li" });
    expect((await account("li")).disabledAt).not.toBeNull();
    await enableAccount(await viewerOf("guan"), { name: "li" });
    expect((await account("li")).disabledAt).toBeNull();
  });

  it.each(others("admin"))("are refused to %s", async (role) => {
    const viewer = await viewerOf(castOf[role]);
    await expect(disableAccount(viewer, { name: "zhao" })).rejects.toThrow(Forbidden);
    await expect(enableAccount(viewer, { name: "zhao" })).rejects.toThrow(Forbidden);
    await expect(resetPassword(viewer, { name: "zhao" })).rejects.toThrow(Forbidden);
  });

  it.each(["guan", "an", "ji"] as const)(
    "of %s are the operator's, so that no administrator becomes another",
    async (name) => {
      const admin = await viewerOf("guan");
      await expect(resetPassword(admin, { name })).rejects.toThrow(/运维人员/);
      await expect(disableAccount(admin, { name })).rejects.toThrow(/运维人员/);
      await expect(enableAccount(admin, { name })).rejects.toThrow(/运维人员/);
    },
  );

  it("name the account that does not exist", async () => {
    const admin = await viewerOf("guan");
    await expect(resetPassword(admin, { name: "nobody" })).rejects.toThrow(/没有用户名为 nobody/);
    await expect(disableAccount(admin, { name: "nobody" })).rejects.toThrow(/没有用户名为 nobody/);
    await expect(enableAccount(admin, { name: "nobody" })).rejects.toThrow(/没有用户名为 nobody/);
  });

  it("done twice do it once", async () => {
    const admin = await viewerOf("guan");
    const results = await Promise.allSettled([1, 2].map(() => disableAccount(admin, { name: "lin" })));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(resetPassword(admin, { name: "lin" })).rejects.toThrow(/已经停用/);
    await enableAccount(admin, { name: "lin" });
    await expect(enableAccount(admin, { name: "lin" })).rejects.toThrow(/没有停用/);
    const events = { where: { subject: "lin", action: "account.disabled" } };
    expect(await db.auditEvent.count(events)).toBe(1);
  });
});

describe("the list of accounts", () => {
  it.each(["admin", "security"] as const)("is for %s, with each account's state", async (role) => {
    await db.account.update({ where: { name: "sun" }, data: { disabledAt: new Date() } });
    const accounts = await listAccounts(await viewerOf(castOf[role]));
    expect(accounts.find(({ name }) => name === "sun")).toMatchObject({
      role: "reviewer",
      state: "disabled",
    });
    expect(accounts.find(({ name }) => name === "zhou")).toMatchObject({ state: "one-time-password" });
    expect(accounts.find(({ name }) => name === "ji")).toMatchObject({ state: "active", lastSignInAt: null });
  });

  it.each(others("admin", "security"))("is refused to %s", async (role) => {
    await expect(listAccounts(await viewerOf(castOf[role]))).rejects.toThrow(Forbidden);
  });
});

it("administrators have no part in the business, and nobody else in administration", async () => {
  for (const role of ["admin", "security", "auditor"] as const) {
    const viewer = await viewerOf(castOf[role]);
    expect(() => requirePermission(viewer, "report:review")).toThrow(Forbidden);
    expect(() => requirePermission(viewer, "report:write")).toThrow(Forbidden);
  }
  const reviewer = await viewerOf("sun");
  expect(() => requirePermission(reviewer, "report:review")).not.toThrow();
  expect(() => requirePermission(reviewer, "audit:read")).toThrow(Forbidden);
});
