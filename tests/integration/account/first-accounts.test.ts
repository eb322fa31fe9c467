import { expect, it } from "vitest";
import { ensureFirstAdministrator, seedDemoAccounts } from "@/lib/account/first-accounts";
import { db } from "@/lib/db";
import { openSession } from "../../support/sign-in";

it("the first start makes one administrator and says the password once", async () => {
  const words = await db.$transaction((tx) => ensureFirstAdministrator(tx));
  expect(words).toMatch(/npm run account -- create NAME --role staff/);
  const password = /一次性密码 (\S+)（/.exec(words ?? "")?.[1] ?? "";
  expect(await openSession("guanli", password)).toMatchObject({
    role: "admin",
    mustChangePassword: true,
  });
  expect(await db.$transaction((tx) => ensureFirstAdministrator(tx))).toBeNull();
});

it("the demo's accounts share the password given, also after it changed", async () => {
  await db.$transaction((tx) => seedDemoAccounts(tx, "Kettle-Window-31"));
  const { words, shenhe } = await db.$transaction((tx) => seedDemoAccounts(tx, "Lantern-River-47"));
  expect(words).toBeNull();
  const opened = await openSession("shenhe", "Lantern-River-47");
  expect(opened).toMatchObject({ role: "reviewer", mustChangePassword: false });
  expect(await db.account.findUnique({ where: { name: "shenhe" }, select: { id: true } })).toEqual({
    id: shenhe,
  });
  expect(await db.account.count()).toBe(6);
});

it("without a password the demo makes one and says it", async () => {
  const { words } = await db.$transaction((tx) => seedDemoAccounts(tx));
  const password = /密码 (\S+)（/.exec(words ?? "")?.[1] ?? "";
  await expect(openSession("zhuanyuan", password)).resolves.toMatchObject({ role: "staff" });
});
