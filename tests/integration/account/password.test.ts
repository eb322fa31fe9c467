import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAccount, resetPassword } from "@/lib/account/account-commands";
import { findOpenSession, listOwnSessions } from "@/lib/account/account-queries";
import { changeOwnPassword } from "@/lib/account/password-commands";
import { operator } from "@/lib/audit/audit-record";
import { PasswordChangeDue, requirePermission } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { castPassword, createCast, viewerOf } from "../../support/cast";
import { openSession } from "../../support/sign-in";

const change = (newPassword: string, currentPassword = castPassword) => ({
  currentPassword,
  newPassword,
  repeatedPassword: newPassword,
});

beforeAll(createCast);
beforeEach(async () => {
  await db.account.updateMany({ data: { failedSignIns: 0, lockedUntil: null } });
});

describe("changing one's own password", () => {
  it("lets the new one in, the old one no more, and ends the other sessions", async () => {
    const [viewer, other] = [await viewerOf("zhao"), await viewerOf("zhao")];
    await changeOwnPassword(viewer, change("Tea-Mountain-7-River"));
    await expect(openSession("zhao", "Tea-Mountain-7-River")).resolves.toBeDefined();
    await expect(openSession("zhao", castPassword)).rejects.toThrow(/不正确/);
    expect(await findOpenSession(viewer.sessionId)).not.toBeNull();
    expect(await findOpenSession(other.sessionId)).toBeNull();
    const event = { action: "account.password-changed", subject: "zhao", succeeded: true };
    expect(await db.auditEvent.count({ where: event })).toBe(1);
  });

  it("refuses what the rules refuse, and the same one again", async () => {
    const viewer = await viewerOf("qian");
    await expect(changeOwnPassword(viewer, change("short"))).rejects.toMatchObject({ field: "newPassword" });
    await expect(changeOwnPassword(viewer, change("Qian-Lantern-River-9"))).rejects.toThrow(/用户名/);
    await expect(changeOwnPassword(viewer, change(castPassword))).rejects.toThrow(/一样/);
  });

  it("twice at once changes it once", async () => {
    const viewer = await viewerOf("ji");
    const passwords = ["Tea-Mountain-7-River", "Kettle-Window-31-Oak"];
    const results = await Promise.allSettled(
      passwords.map((password) => changeOwnPassword(viewer, change(password))),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("counts a wrong current password like a failed sign-in", async () => {
    const viewer = await viewerOf("li");
    const guess = () => changeOwnPassword(viewer, change("Tea-Mountain-7-River", "Wrong-Password-1"));
    for (let time = 0; time < 5; time++) await expect(guess()).rejects.toThrow(/当前密码不正确/);
    await expect(guess()).rejects.toThrow(/30 分钟后/);
    await expect(openSession("li", castPassword)).rejects.toThrow(/已锁定/);
    const refused = { action: "account.password-changed", subject: "li", succeeded: false };
    expect(await db.auditEvent.count({ where: refused })).toBe(6);
  });
});

describe("a one-time password", () => {
  it("opens only the change of the password, until it is changed", async () => {
    const input = { name: "xin", displayName: "新专员", role: "staff" } as const;
    const { oneTimePassword } = await createAccount(operator, input);
    expect((await openSession("xin", oneTimePassword)).mustChangePassword).toBe(true);

    const due = await viewerOf("xin");
    expect(() => requirePermission(due, "report:write")).toThrow(PasswordChangeDue);
    await expect(listOwnSessions(due)).resolves.toHaveLength(2);
    await changeOwnPassword(due, change("Tea-Mountain-7-River", oneTimePassword));
    const settled = await viewerOf("xin");
    expect(() => requirePermission(settled, "report:write")).not.toThrow();
  });

  it("replaces the password, unlocks the account and ends its sessions", async () => {
    const before = await viewerOf("sun");
    const lockedUntil = new Date(Date.now() + 60_000);
    await db.account.update({ where: { name: "sun" }, data: { failedSignIns: 5, lockedUntil } });
    const { oneTimePassword } = await resetPassword(await viewerOf("guan"), { name: "sun" });
    expect(await findOpenSession(before.sessionId)).toBeNull();
    const opened = await openSession("sun", oneTimePassword);
    expect(opened.mustChangePassword).toBe(true);
  });

  it("is in no audit event", async () => {
    const events = await db.auditEvent.findMany({ select: { details: true } });
    expect(JSON.stringify(events)).not.toMatch(/[A-Z][a-z]{2}\d-[A-Z][a-z]{2}\d/);
  });
});
