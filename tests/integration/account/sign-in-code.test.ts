import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { resetPassword } from "@/lib/account/account-commands";
import { findOpenSession } from "@/lib/account/account-queries";
import { changeOwnPassword } from "@/lib/account/password-commands";
import { getOwnSecondFactor } from "@/lib/account/second-factor-queries";
import { chargeAttempt, settleAttempt } from "@/lib/account/sign-in-attempt-commands";
import { signIn } from "@/lib/account/sign-in-commands";
import { operator } from "@/lib/audit/audit-record";
import { db } from "@/lib/db";
import { castPassword, createCast, viewerOf } from "../../support/cast";
import {
  appCode,
  enrol,
  giveCode,
  middleOfThisStep,
  secondStep,
  stepsLater,
  wrongCode,
} from "../../support/second-factor";

const wrong = "Wrong-Password-1";
const origin = { address: null, userAgent: null };
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
    const said = (name: string) => signIn({ name, password: wrong }, origin).catch((error) => error.message);
    expect(await said("qian")).toBe(await said("sun"));
  });

  it("takes a code once, and none that is older", async () => {
    const { secret } = await enrol("qian");
    await giveCode(await secondStep("qian"), appCode(secret, 1));
    for (const steps of [1, 0, -1]) {
      const again = giveCode(await secondStep("qian"), appCode(secret, steps));
      await expect(again).rejects.toThrow(/已经用过/);
    }
    vi.setSystemTime(stepsLater(1));
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
    vi.setSystemTime(stepsLater(5));
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
