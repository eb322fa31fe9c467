import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findOpenSession } from "@/lib/account/account-queries";
import { failuresPerAddress } from "@/lib/account/sign-in-attempt-commands";
import { db } from "@/lib/db";
import { castPassword, createCast } from "../../support/cast";
import { openSession } from "../../support/sign-in";

const wrong = "Wrong-Password-1";
let lastAddress = 0;
const elsewhere = () => ({ address: `10.1.0.${++lastAddress}`, userAgent: "test" });
const tries = (name: string, password: string, origin = elsewhere()) => openSession(name, password, origin);

const account = (name: string) =>
  db.account.findUniqueOrThrow({
    where: { name },
    select: { failedSignIns: true, lockedUntil: true, lastSignInAt: true },
  });

async function failTimes(name: string, times: number) {
  for (let time = 0; time < times; time++) await tries(name, wrong).catch(() => undefined);
}

beforeAll(createCast);
beforeEach(async () => {
  await db.account.updateMany({ data: { failedSignIns: 0, lockedUntil: null, disabledAt: null } });
});

describe("signing in", () => {
  it("opens a session that tells who it is", async () => {
    const { sessionId, role } = await tries("zhao", castPassword);
    expect(role).toBe("staff");
    expect(await findOpenSession(sessionId)).toMatchObject({ name: "zhao", displayName: "赵专员" });
    expect((await account("zhao")).lastSignInAt).not.toBeNull();
  });

  it("answers a wrong password and an unknown name in the same words", async () => {
    const refusals = await Promise.all(
      [tries("zhao", wrong), tries("nobody", wrong)].map((attempt) =>
        attempt.catch((error) => error.message),
      ),
    );
    expect(refusals[0]).toBe(refusals[1]);
    expect(refusals[0]).toMatch(/用户名或密码不正确/);
  });

  it("forgets earlier failures, of the account and of the address, after the right password", async () => {
    const origin = elsewhere();
    await tries("zhao", wrong, origin).catch(() => undefined);
    await tries("zhao", castPassword, origin);
    expect((await account("zhao")).failedSignIns).toBe(0);
    expect(await db.signInFailure.count({ where: { address: origin.address } })).toBe(1);
  });

  it("says to a disabled account with the right password that it is disabled", async () => {
    await db.account.update({ where: { name: "qian" }, data: { disabledAt: new Date() } });
    await expect(tries("qian", castPassword)).rejects.toThrow(/已停用/);
    await expect(tries("qian", wrong)).rejects.toThrow(/不正确/);
  });
});

describe("five failures", () => {
  it("lock the account for 30 minutes, also for the right password, and it says how long", async () => {
    await failTimes("zhao", 4);
    await expect(tries("zhao", wrong)).rejects.toThrow(/已锁定 30 分钟/);
    await expect(tries("zhao", castPassword)).rejects.toThrow(/还剩 30 分钟/);
  });

  it("do not lock anybody else", async () => {
    await failTimes("zhao", 5);
    await expect(tries("qian", castPassword)).resolves.toBeDefined();
  });

  it("are forgotten when the 30 minutes are over", async () => {
    await failTimes("zhao", 5);
    const lockedUntil = new Date(Date.now() - 1000);
    await db.account.update({ where: { name: "zhao" }, data: { lockedUntil } });
    await expect(tries("zhao", wrong)).rejects.toThrow(/不正确/);
    expect(await account("zhao")).toMatchObject({ failedSignIns: 1, lockedUntil: null });
    await expect(tries("zhao", castPassword)).resolves.toBeDefined();
  });

  it("are five, not fifty, when fifty come at once", async () => {
    await Promise.allSettled(Array.from({ length: 50 }, (_, n) => tries("li", `${wrong}${n}`)));
    const compared = { subject: "li", details: { path: ["reason"], equals: "wrong-password" } };
    expect(await db.auditEvent.count({ where: compared })).toBe(5);
    expect((await account("li")).failedSignIns).toBe(5);
    await expect(tries("li", castPassword)).rejects.toThrow(/还剩 30 分钟/);
  });
});

describe("an address", () => {
  it("has to wait after its failures, whatever names it tries, and others need not", async () => {
    const origin = elsewhere();
    const attempts = Array.from({ length: failuresPerAddress + 20 }, (_, n) =>
      tries(`name-${n}`, wrong, origin),
    );
    await Promise.allSettled(attempts);
    expect(await db.signInFailure.count({ where: { address: origin.address } })).toBe(failuresPerAddress);
    await expect(tries("zhao", castPassword, origin)).rejects.toThrow(/网络地址/);
    await expect(tries("zhao", castPassword)).resolves.toBeDefined();
  });

  it("may try again after 30 minutes, and what is older is deleted", async () => {
    const origin = elsewhere();
    const longAgo = new Date(Date.now() - 31 * 60_000);
    const rows = Array.from({ length: failuresPerAddress }, () => ({ address: origin.address, at: longAgo }));
    await db.signInFailure.createMany({ data: rows });
    await expect(tries("zhao", castPassword, origin)).resolves.toBeDefined();
    expect(await db.signInFailure.count({ where: { at: longAgo } })).toBe(0);
  });
});

describe("the audit record", () => {
  it("has each success and each failure with its reason and address, never a password", async () => {
    const origin = elsewhere();
    await tries("ji", wrong, origin).catch(() => undefined);
    await tries("ji", castPassword, origin);
    const events = await db.auditEvent.findMany({
      where: { address: origin.address },
      orderBy: { id: "asc" },
      select: { actor: true, action: true, subject: true, details: true, succeeded: true },
    });
    expect(events).toEqual([
      {
        actor: "visitor",
        action: "session.opened",
        subject: "ji",
        details: { reason: "wrong-password" },
        succeeded: false,
      },
      { actor: "ji", action: "session.opened", subject: "ji", details: {}, succeeded: true },
    ]);
  });

  it("does not keep what was typed as a name and cannot be one, as it may be a password", async () => {
    const origin = elsewhere();
    await tries("Tea-Mountain-7-River!", wrong, origin).catch(() => undefined);
    const event = await db.auditEvent.findFirst({
      where: { address: origin.address },
      select: { subject: true },
    });
    expect(event).toEqual({ subject: "?" });
  });

  it("is chained: each row holds the hash of the one before, and none can be changed", async () => {
    const events = await db.auditEvent.findMany({
      orderBy: { id: "asc" },
      select: { id: true, prevHash: true, hash: true },
    });
    expect(events.length).toBeGreaterThan(50);
    expect(events.slice(1).every(({ prevHash }, index) => prevHash === events[index]?.hash)).toBe(true);
    await expect(db.auditEvent.updateMany({ data: { actor: "nobody" } })).rejects.toThrow(/append-only/);
  });
});
