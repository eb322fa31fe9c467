import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { resetPassword } from "@/lib/account/account-commands";
import { findOpenSession } from "@/lib/account/account-queries";
import {
  confirmSecondFactor,
  offerSecondFactor,
  resetSecondFactor,
  turnOffSecondFactor,
} from "@/lib/account/second-factor-commands";
import { getOwnSecondFactor } from "@/lib/account/second-factor-queries";
import { openSecret, sealSecret } from "@/lib/account/second-factor-secret";
import { operator } from "@/lib/audit/audit-record";
import { roles } from "@/lib/auth/policy";
import { Forbidden } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { type CastName, castOf, castPassword, createCast, viewerOf } from "../../support/cast";
import {
  appCode,
  enrol,
  giveCode,
  middleOfThisStep,
  offeredSecret,
  secondStep,
  stepsLater,
  typedCode,
  wrongCode,
} from "../../support/second-factor";
import { openSession } from "../../support/sign-in";

const wrong = "Wrong-Password-1";
const failures = (name: string) =>
  db.account.findUniqueOrThrow({ where: { name }, select: { failedSignIns: true, lockedUntil: true } });

// The codes of a step are good for that step: the clock stands in the middle of one.
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: middleOfThisStep });
  await createCast();
});
afterAll(() => vi.useRealTimers());
beforeEach(async () => {
  vi.setSystemTime(middleOfThisStep);
  await db.account.updateMany({ data: { failedSignIns: 0, lockedUntil: null, disabledAt: null } });
  await db.secondFactor.deleteMany();
});

describe("turning a second factor on", () => {
  it("shows a secret for the right password, and asks for nothing until the app's code confirms it", async () => {
    const secret = await offeredSecret("zhao");
    expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    await expect(openSession("zhao", castPassword)).resolves.toBeDefined();
    const [viewer, elsewhereOpen] = [await viewerOf("zhao"), await viewerOf("zhao")];
    const codes = await confirmSecondFactor(viewer, { secondFactor: typedCode(appCode(secret)) });
    expect(new Set(codes).size).toBe(10);
    expect(await getOwnSecondFactor(viewer)).toMatchObject({ state: "on", recoveryCodesLeft: 10 });
    expect(await findOpenSession(viewer.sessionId)).not.toBeNull();
    expect(await findOpenSession(elsewhereOpen.sessionId)).toBeNull();
  });

  it("with a wrong password shows nothing, and counts like a failed sign-in", async () => {
    const viewer = await viewerOf("zhao");
    const guess = () => offerSecondFactor(viewer, { ownPassword: wrong });
    for (let time = 0; time < 5; time++) await expect(guess()).rejects.toThrow(/当前密码不正确/);
    await expect(guess()).rejects.toThrow(/30 分钟后/);
    expect(await getOwnSecondFactor(viewer)).toMatchObject({ state: "off" });
    await expect(openSession("zhao", castPassword)).rejects.toThrow(/已锁定/);
  });

  it("with a wrong first code changes nothing", async () => {
    const secret = await offeredSecret("zhao");
    const viewer = await viewerOf("zhao");
    for (const code of [wrongCode(secret), appCode(secret, 2), "k7m2-9qwx-4tzn"]) {
      const attempt = confirmSecondFactor(viewer, { secondFactor: typedCode(code) });
      await expect(attempt).rejects.toMatchObject({ field: "secondFactor" });
    }
    await expect(openSession("zhao", castPassword)).resolves.toBeDefined();
  });

  it("is over 15 minutes after the secret was shown, and a new secret replaces the old", async () => {
    const old = await offeredSecret("zhao");
    vi.setSystemTime(stepsLater(31));
    const viewer = await viewerOf("zhao");
    expect(await getOwnSecondFactor(viewer)).toMatchObject({ state: "off" });
    const late = confirmSecondFactor(viewer, { secondFactor: typedCode(appCode(old)) });
    await expect(late).rejects.toThrow(/失效/);
    vi.setSystemTime(stepsLater(0));
    const secret = await offeredSecret("zhao");
    expect(secret).not.toBe(old);
    const withOld = confirmSecondFactor(viewer, { secondFactor: typedCode(appCode(old)) });
    await expect(withOld).rejects.toThrow(/不正确/);
  });

  it("that is on already is refused: nobody slips another app in", async () => {
    await enrol("zhao");
    const viewer = await viewerOf("zhao");
    const offer = offerSecondFactor(viewer, { ownPassword: castPassword });
    await expect(offer).rejects.toThrow(/已经启用/);
    expect(await getOwnSecondFactor(viewer)).toMatchObject({ state: "on" });
    const bySql = db.secondFactor.update({
      where: { accountId: viewer.accountId },
      data: { secret: "v1.x" },
    });
    await expect(bySql).rejects.toThrow(/turn it off/);
  });

  it("twice at once turns it on once", async () => {
    const secret = await offeredSecret("zhao");
    const viewer = await viewerOf("zhao");
    const input = { secondFactor: typedCode(appCode(secret)) };
    const results = await Promise.allSettled([1, 2].map(() => confirmSecondFactor(viewer, input)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.recoveryCode.count()).toBe(10);
  });
});

describe("turning it off", () => {
  const turnOff = async (name: string, ownPassword: string, code: string) =>
    turnOffSecondFactor(await viewerOf(name), { ownPassword, secondFactor: typedCode(code) });

  it("needs password and code, and says of neither that it was the wrong one", async () => {
    const { secret } = await enrol("zhao");
    const refusals = await Promise.all([
      turnOff("zhao", wrong, appCode(secret)).catch((error) => error.message),
      turnOff("zhao", castPassword, wrongCode(secret)).catch((error) => error.message),
    ]);
    expect(refusals[0]).toMatch(/当前密码或验证码不正确/);
    expect(refusals[1]).toBe(refusals[0]);
    expect((await failures("zhao")).failedSignIns).toBe(2);
    await turnOff("zhao", castPassword, appCode(secret));
    expect(await failures("zhao")).toEqual({ failedSignIns: 0, lockedUntil: null });
    await expect(openSession("zhao", castPassword)).resolves.toBeDefined();
    expect(await db.recoveryCode.count()).toBe(0);
  });

  it("takes a recovery code too, and ends the other sessions", async () => {
    const { recoveryCodes } = await enrol("zhao");
    const other = await viewerOf("zhao");
    await turnOff("zhao", castPassword, recoveryCodes[3] ?? "");
    expect(await findOpenSession(other.sessionId)).toBeNull();
  });

  it("locks after five failures", async () => {
    const { secret } = await enrol("zhao");
    const guess = () => turnOff("zhao", castPassword, wrongCode(secret));
    for (let time = 0; time < 5; time++) await expect(guess()).rejects.toThrow(/不正确/);
    await expect(turnOff("zhao", castPassword, appCode(secret))).rejects.toThrow(/30 分钟后/);
    expect(await getOwnSecondFactor(await viewerOf("zhao"))).toMatchObject({ state: "on" });
  });
});

describe("a lost second factor", () => {
  const others = roles.filter((role) => role !== "security");

  it("is taken away by the security administrator, and ends the sessions", async () => {
    await enrol("zhao");
    const { sessionId } = await viewerOf("zhao");
    await resetSecondFactor(await viewerOf("an"), { name: "zhao" });
    expect(await findOpenSession(sessionId)).toBeNull();
    await expect(openSession("zhao", castPassword)).resolves.toBeDefined();
    await expect(resetSecondFactor(await viewerOf("an"), { name: "zhao" })).rejects.toThrow(/没有启用/);
    await expect(resetSecondFactor(await viewerOf("an"), { name: "nobody" })).rejects.toThrow(/没有用户名/);
  });

  it.each(others)("is not taken away by %s", async (role) => {
    await enrol("qian");
    const attempt = resetSecondFactor(await viewerOf(castOf[role]), { name: "qian" });
    await expect(attempt).rejects.toThrow(Forbidden);
    await expect(secondStep("qian")).resolves.toBeDefined();
  });

  it("of the security administrator is another's, or the operator's", async () => {
    await enrol("an");
    const own = resetSecondFactor(await viewerOf("an"), { name: "an" });
    await expect(own).rejects.toThrow(/不能取消自己的/);
    await resetSecondFactor(operator, { name: "an" });
    await expect(openSession("an", castPassword)).resolves.toBeDefined();
  });

  it("stays when only the password is reset, by the system administrator or the operator", async () => {
    const hash = { where: { name: "qian" }, select: { passwordHash: true, mustChangePassword: true } };
    const before = await db.account.findUniqueOrThrow(hash);
    const { secret } = await enrol("qian");
    for (const actor of [await viewerOf("guan"), operator]) {
      const { oneTimePassword } = await resetPassword(actor, { name: "qian" });
      await expect(secondStep("qian", oneTimePassword)).resolves.toBeDefined();
    }
    const { oneTimePassword } = await resetPassword(operator, { name: "qian" });
    const opened = await giveCode(await secondStep("qian", oneTimePassword), appCode(secret));
    expect(opened.mustChangePassword).toBe(true);
    await db.account.update({ where: { name: "qian" }, data: before });
  });
});

describe("what is kept", () => {
  it("of the secret is encrypted, for its account alone", () => {
    const secret = new TextEncoder().encode("12345678901234567890");
    const sealed = sealSecret(secret, 7);
    expect(sealed).not.toBe(sealSecret(secret, 7));
    expect(new Uint8Array(openSecret(sealed, 7) ?? [])).toEqual(secret);
    expect(openSecret(sealed, 8)).toBeNull();
    const changed = `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`;
    for (const broken of [changed, "v2.AAAA", "", "v1."]) expect(openSecret(broken, 7)).toBeNull();
  });

  it("of codes is a hash, and the record has neither codes nor secrets, but every step with its reason", async () => {
    const name: CastName = "sun";
    const { secret, recoveryCodes } = await enrol(name);
    await giveCode(await secondStep(name), wrongCode(secret)).catch(() => undefined);
    await giveCode(await secondStep(name), recoveryCodes[0] ?? "");
    const stored = JSON.stringify([await db.secondFactor.findMany(), await db.recoveryCode.findMany()]);
    const events = await db.auditEvent.findMany({ where: { subject: name }, orderBy: { id: "asc" } });
    const said = JSON.stringify(events, (_key, value) => (typeof value === "bigint" ? String(value) : value));
    for (const secretText of [secret.replaceAll(" ", ""), ...recoveryCodes]) {
      expect(stored).not.toContain(secretText);
      expect(said).not.toContain(secretText);
    }
    const last = events.slice(-6).map(({ action, details, succeeded }) => ({ action, details, succeeded }));
    expect(last).toEqual([
      { action: "account.totp-offered", details: {}, succeeded: true },
      { action: "account.totp-enabled", details: {}, succeeded: true },
      { action: "session.code-asked", details: {}, succeeded: true },
      { action: "session.opened", details: { reason: "wrong-code" }, succeeded: false },
      { action: "session.code-asked", details: {}, succeeded: true },
      { action: "session.opened", details: { factor: "recovery" }, succeeded: true },
    ]);
  });
});
