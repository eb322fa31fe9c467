import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { resetPassword } from "@/lib/account/account-commands";
import { findOpenSession } from "@/lib/account/account-queries";
import { changeOwnPassword } from "@/lib/account/password-commands";
import {
  confirmSecondFactor,
  offerSecondFactor,
  resetSecondFactor,
  turnOffSecondFactor,
} from "@/lib/account/second-factor-commands";
import { getOwnSecondFactor } from "@/lib/account/second-factor-queries";
import type { SecondStep } from "@/lib/account/second-factor-rules";
import { openSecret, sealSecret } from "@/lib/account/second-factor-secret";
import { chargeAttempt, settleAttempt } from "@/lib/account/sign-in-attempt-commands";
import { signIn, signInWithCode } from "@/lib/account/sign-in-commands";
import { operator } from "@/lib/audit/audit-record";
import { roles } from "@/lib/auth/policy";
import { Forbidden } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { type CastName, castOf, castPassword, createCast, viewerOf } from "../../support/cast";
import { appCode, enrol, offeredSecret, typedCode } from "../../support/second-factor";
import { openSession } from "../../support/sign-in";

const wrong = "Wrong-Password-1";
const stepMs = 30_000;
const middleOfThisStep = (Math.floor(Date.now() / stepMs) + 0.5) * stepMs;
const wait = (steps: number) => vi.setSystemTime(middleOfThisStep + steps * stepMs);

let lastAddress = 0;
const elsewhere = () => ({ address: `10.3.0.${++lastAddress}`, userAgent: "test" });

async function secondStep(name: string, password = castPassword): Promise<SecondStep> {
  const signedIn = await signIn({ name, password }, elsewhere());
  if (!("secondStep" in signedIn)) throw new Error(`${name} is asked for no code`);
  return signedIn.secondStep;
}

const giveCode = (step: SecondStep | null, code: string, origin = elsewhere()) =>
  signInWithCode(step, typedCode(code), origin);

/** A code that fits no step near this one. */
function wrongCode(secret: string): string {
  const near = [-1, 0, 1].map((steps) => appCode(secret, steps));
  return ["000000", "111111", "222222", "333333"].find((code) => !near.includes(code)) ?? "";
}

async function failures(name: string) {
  const { id: _, ...account } = await db.account.findUniqueOrThrow({
    where: { name },
    select: { id: true, failedSignIns: true, lockedUntil: true },
  });
  return account;
}

// The codes of a step are good for that step: the clock stands in the middle of one.
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: middleOfThisStep });
  await createCast();
});
afterAll(() => vi.useRealTimers());
beforeEach(async () => {
  wait(0);
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
    wait(31);
    const viewer = await viewerOf("zhao");
    expect(await getOwnSecondFactor(viewer)).toMatchObject({ state: "off" });
    const late = confirmSecondFactor(viewer, { secondFactor: typedCode(appCode(old)) });
    await expect(late).rejects.toThrow(/失效/);
    wait(0);
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

describe("signing in with a second factor", () => {
  it("opens nothing for the password alone, and a session for the code after it", async () => {
    const { secret } = await enrol("qian");
    const before = await db.session.count();
    const step = await secondStep("qian");
    expect(await db.session.count()).toBe(before);
    const { sessionId, role } = await giveCode(step, appCode(secret));
    expect(role).toBe("staff");
    expect(await findOpenSession(sessionId)).toMatchObject({ name: "qian" });
  });

  it("never asks for a code after a wrong password, in the same words as for everybody", async () => {
    await enrol("qian");
    const said = (name: string) =>
      signIn({ name, password: wrong }, elsewhere()).catch((error) => error.message);
    expect(await said("qian")).toBe(await said("sun"));
  });

  it("takes a code once, and none that is older", async () => {
    const { secret } = await enrol("qian");
    await giveCode(await secondStep("qian"), appCode(secret, 1));
    for (const steps of [1, 0, -1]) {
      const again = giveCode(await secondStep("qian"), appCode(secret, steps));
      await expect(again).rejects.toThrow(/已经用过/);
    }
    wait(1);
    await expect(giveCode(await secondStep("qian"), appCode(secret, 1))).resolves.toBeDefined();
  });

  it("takes one code once, also when it comes twenty times at once", async () => {
    const { secret } = await enrol("qian");
    const step = await secondStep("qian");
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => giveCode(step, appCode(secret))),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    ["one step late", -1, true],
    ["one step early", 1, true],
    ["two steps late", -2, false],
    ["two steps early", 2, false],
  ])("takes a code %s: %s", async (_words, steps, isTaken) => {
    const { secret } = await enrol("qian");
    wait(5);
    const attempt = giveCode(await secondStep("qian"), appCode(secret, steps));
    if (isTaken) await expect(attempt).resolves.toBeDefined();
    else await expect(attempt).rejects.toMatchObject({ field: "secondFactor" });
  });

  it("takes each recovery code once, in any spelling", async () => {
    const { recoveryCodes } = await enrol("qian");
    const [first = "", second = ""] = recoveryCodes;
    await giveCode(await secondStep("qian"), first.toUpperCase().replaceAll("-", " "));
    await expect(giveCode(await secondStep("qian"), first)).rejects.toThrow(/已经用过/);
    await giveCode(await secondStep("qian"), second);
    expect(await getOwnSecondFactor(await viewerOf("qian"))).toMatchObject({ recoveryCodesLeft: 8 });
    const bySql = db.recoveryCode.updateMany({ data: { usedAt: null } });
    await expect(bySql).rejects.toThrow(/counts once/);
  });

  it("takes one recovery code once, also when it comes five times at once", async () => {
    const { recoveryCodes } = await enrol("qian");
    const [code = ""] = recoveryCodes;
    const step = await secondStep("qian");
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => giveCode(step, code)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("does not take the codes of somebody else", async () => {
    const [qian, sun] = [await enrol("qian"), await enrol("sun")];
    const step = await secondStep("qian");
    await expect(giveCode(step, appCode(sun.secret))).rejects.toThrow(/不正确/);
    await expect(giveCode(step, sun.recoveryCodes[0] ?? "")).rejects.toThrow(/不正确/);
    await expect(giveCode(step, appCode(qian.secret))).resolves.toBeDefined();
  });

  it("starts again when the step is not ours, or the account changed after the password", async () => {
    const { secret } = await enrol("qian");
    await expect(giveCode(null, appCode(secret))).rejects.toThrow(/重新输入用户名和密码/);
    const step = await secondStep("qian");
    await resetPassword(operator, { name: "qian" });
    await expect(giveCode(step, appCode(secret))).rejects.toThrow(/重新输入用户名和密码/);
    await db.account.update({
      where: { name: "qian" },
      data: { passwordHash: (await db.account.findUniqueOrThrow({ where: { name: "sun" } })).passwordHash },
    });
  });

  it("tells a disabled account so only after password and code", async () => {
    const { secret } = await enrol("qian");
    await db.account.update({ where: { name: "qian" }, data: { disabledAt: new Date() } });
    const step = await secondStep("qian");
    await expect(giveCode(step, wrongCode(secret))).rejects.toThrow(/验证码不正确/);
    await expect(giveCode(step, appCode(secret))).rejects.toThrow(/已停用/);
  });

  it("goes on with recovery codes when the secret cannot be read any more", async () => {
    const { secret, recoveryCodes } = await enrol("qian");
    const { accountId } = await viewerOf("qian");
    const kept = await db.recoveryCode.findMany({ select: { accountId: true, codeHash: true } });
    await db.secondFactor.delete({ where: { accountId } });
    const unreadable = { accountId, secret: "v1.AAAA", confirmedAt: new Date(), lastStep: 1 };
    await db.secondFactor.create({ data: unreadable });
    await db.recoveryCode.createMany({ data: kept });
    await expect(giveCode(await secondStep("qian"), appCode(secret))).rejects.toThrow(/不正确/);
    await expect(giveCode(await secondStep("qian"), recoveryCodes[9] ?? "")).resolves.toBeDefined();
  });
});

it("whoever is signing in with the password alone while it is turned on does not get in", async () => {
  const attempt = await chargeAttempt("zhao", null);
  if (attempt.outcome !== "charged" || !attempt.account) throw new Error(attempt.outcome);
  const { account } = attempt;
  await enrol("zhao");
  expect(await db.$transaction((tx) => settleAttempt(tx, account, null))).toBe(false);
});

describe("wrong codes", () => {
  it("count like wrong passwords, and five of both lock the account, also for the right ones", async () => {
    const { secret } = await enrol("li");
    const step = await secondStep("li");
    for (let time = 0; time < 2; time++) {
      await expect(giveCode(step, wrongCode(secret))).rejects.toThrow(/验证码不正确/);
      await expect(secondStep("li", wrong)).rejects.toThrow(/密码不正确/);
    }
    await expect(giveCode(step, wrongCode(secret))).rejects.toThrow(/已锁定 30 分钟/);
    await expect(giveCode(step, appCode(secret))).rejects.toThrow(/还剩 30 分钟/);
    await expect(secondStep("li")).rejects.toThrow(/还剩 30 分钟/);
  });

  it("are not forgotten for right passwords in between", async () => {
    const { secret } = await enrol("li");
    for (let time = 1; time <= 4; time++) {
      await expect(giveCode(await secondStep("li"), wrongCode(secret))).rejects.toThrow(/验证码不正确/);
      expect((await failures("li")).failedSignIns).toBe(time);
    }
    await expect(giveCode(await secondStep("li"), wrongCode(secret))).rejects.toThrow(/已锁定/);
  });

  it("are not forgotten for a new password, which a borrowed browser may set again and again", async () => {
    const { secret } = await enrol("li");
    const step = await secondStep("li");
    for (let time = 0; time < 4; time++) await giveCode(step, wrongCode(secret)).catch(() => undefined);
    const newPassword = "Tea-Mountain-7-River";
    const change = { currentPassword: castPassword, newPassword, repeatedPassword: newPassword };
    await changeOwnPassword(await viewerOf("li"), change);
    expect((await failures("li")).failedSignIns).toBe(4);
    const back = { currentPassword: newPassword, newPassword: castPassword, repeatedPassword: castPassword };
    await changeOwnPassword(await viewerOf("li"), back);
  });

  it("are forgotten after the right one", async () => {
    const { secret } = await enrol("li");
    const step = await secondStep("li");
    await giveCode(step, wrongCode(secret)).catch(() => undefined);
    await giveCode(step, appCode(secret));
    expect(await failures("li")).toEqual({ failedSignIns: 0, lockedUntil: null });
  });

  it("are five, not fifty, when fifty come at once", async () => {
    const { secret } = await enrol("li");
    const step = await secondStep("li");
    const code = wrongCode(secret);
    await Promise.allSettled(Array.from({ length: 50 }, () => giveCode(step, code)));
    const compared = { subject: "li", succeeded: false, details: { path: ["reason"], equals: "wrong-code" } };
    const before = await db.auditEvent.count({ where: compared });
    await expect(giveCode(step, appCode(secret))).rejects.toThrow(/还剩 30 分钟/);
    expect(await db.auditEvent.count({ where: compared })).toBe(before);
    expect((await failures("li")).failedSignIns).toBe(5);
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
