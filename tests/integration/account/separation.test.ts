import { beforeAll, describe, expect, it } from "vitest";
import {
  createAccount,
  disableAccount,
  enableAccount,
  grantRole,
  resetPassword,
} from "@/lib/account/account-commands";
import { administrations } from "@/lib/account/account-rules";
import { operator } from "@/lib/audit/audit-record";
import type { Role } from "@/lib/auth/policy";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/result";
import { createCast, viewerOf } from "../../support/cast";
import { pollUntil } from "../../support/poll";

const account = (name: string) =>
  db.account.findUniqueOrThrow({ where: { name }, select: { role: true, disabledAt: true } });
const newcomer = (name: string, role: Role = "staff") => ({ name, displayName: "新人", role });
const grant = async (name: string, role: Role) => grantRole(await viewerOf("an"), { name, role });

/** With a password of their own. */
async function createSettled(name: string, role: Role = "staff"): Promise<void> {
  await createAccount(operator, newcomer(name, role));
  await db.account.update({ where: { name }, data: { mustChangePassword: false } });
}

async function createFormer(name: string, role: Role): Promise<void> {
  await createSettled(name, role);
  await grant(name, "official");
}

beforeAll(createCast);

describe("三员分立", () => {
  const pairs = administrations.flatMap((was) =>
    administrations.filter((role) => role !== was).map((role) => [was, role] as const),
  );

  it.each(pairs)("whoever was ever %s never becomes %s", async (was, role) => {
    const name = `was-${was}-not-${role}`;
    await createFormer(name, was);
    await expect(grant(name, role)).rejects.toThrow(/三员须由不同的人担任/);
    expect(await account(name)).toMatchObject({ role: "official" });
    const bySql = db.account.update({ where: { name }, data: { role } });
    await expect(bySql).rejects.toThrow(/never becomes/);
  });

  it.each(pairs)("whoever is %s does not become %s either", async (is, role) => {
    const name = `is-${is}-not-${role}`;
    await createSettled(name, is);
    await expect(grant(name, role)).rejects.toThrow(/三员须由不同的人担任/);
  });

  it.each(administrations)("whoever was %s may be it again, or take part in the business", async (was) => {
    const name = `was-${was}`;
    await createFormer(name, was);
    await grant(name, "staff");
    await grant(name, was);
    expect(await account(name)).toMatchObject({ role: was });
  });

  it("no SQL makes the register forget which of the three an account was", async () => {
    await createFormer("was-one", "admin");
    await db.account.update({ where: { name: "was-one" }, data: { administration: null } });
    await db.account.update({ where: { name: "was-one" }, data: { administration: "auditor" } });
    const kept = { where: { name: "was-one" }, select: { administration: true } };
    expect(await db.account.findUniqueOrThrow(kept)).toEqual({ administration: "admin" });
  });

  it.each(administrations)("nobody becomes %s with a password that the administrator gave", async (role) => {
    const name = `new-${role}`;
    await createAccount(await viewerOf("guan"), newcomer(name));
    await expect(grant(name, role)).rejects.toThrow(/一次性密码/);
    await db.account.update({ where: { name }, data: { mustChangePassword: false } });
    await grant(name, role);
    expect(await account(name)).toMatchObject({ role });
  });
});

describe("an account that becomes one of the three at the same moment", () => {
  /** While the grant is under way, does what an administrator may do to staff. */
  async function duringGrant<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
    const outcome = await db.$transaction(async (tx) => {
      await tx.account.update({ where: { name }, data: { role: "security", version: { increment: 1 } } });
      const acting = Promise.allSettled([act()]);
      await pollUntil("somebody who waits for the grant", async () => (await waiting()) > 0);
      return { acting };
    });
    const [result] = await outcome.acting;
    if (result?.status === "fulfilled") return result.value;
    throw result?.reason;
  }

  async function waiting(): Promise<number> {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.count ?? 0;
  }

  it.each([
    ["gets no one-time password from the system administrator", resetPassword],
    ["is not disabled by him", disableAccount],
  ] as const)("%s", async (_words, act) => {
    const name = `moment-${act.name.toLowerCase()}`;
    await createSettled(name);
    const admin = await viewerOf("guan");
    await expect(duringGrant<unknown>(name, () => act(admin, { name }))).rejects.toThrow(/运维人员/);
    expect(await account(name)).toEqual({ role: "security", disabledAt: null });
  });
});

describe("the last active", () => {
  async function disableAllBut(role: "admin" | "security", name: string) {
    await db.account.updateMany({ where: { role, NOT: { name } }, data: { disabledAt: new Date() } });
  }

  it("system administrator is neither disabled nor given another role", async () => {
    await disableAllBut("admin", "guan");
    await expect(disableAccount(operator, { name: "guan" })).rejects.toThrow(/最后一个可用的系统管理员/);
    await expect(grant("guan", "official")).rejects.toThrow(/最后一个可用的系统管理员/);
    expect(await account("guan")).toEqual({ role: "admin", disabledAt: null });
  });

  it("security administrator is not disabled, also not by SQL", async () => {
    await disableAllBut("security", "an");
    await expect(disableAccount(operator, { name: "an" })).rejects.toThrow(/最后一个可用的安全保密管理员/);
    const bySql = (data: object) => db.account.update({ where: { name: "an" }, data });
    await expect(bySql({ disabledAt: new Date() })).rejects.toThrow(/the last active security stays/);
    await expect(bySql({ role: "staff" })).rejects.toThrow(/the last active security stays/);
  });

  it("is not the last while another is active, and an auditor may go", async () => {
    await createSettled("guan.er", "admin");
    await disableAccount(operator, { name: "guan.er" });
    await enableAccount(operator, { name: "guan.er" });
    await grant("guan.er", "official");
    await disableAccount(operator, { name: "ji" });
    await enableAccount(operator, { name: "ji" });
  });

  it("two who remove each other at once leave one", async () => {
    await createSettled("an.er", "security");
    const [first, second] = [await viewerOf("an"), await viewerOf("an.er")];
    const results = await Promise.allSettled([
      grantRole(first, { name: "an.er", role: "official" }),
      grantRole(second, { name: "an", role: "official" }),
    ]);
    const [refused, ...more] = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason] : [],
    );
    expect(refused).toBeInstanceOf(DomainError);
    expect(more).toEqual([]);
    const left = { name: { in: ["an", "an.er"] }, role: "security" as const };
    expect(await db.account.count({ where: left })).toBe(1);
  });
});
