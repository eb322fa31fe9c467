import { expect, type Page, test } from "@playwright/test";
import { libProgram } from "../../scripts/app-database.mjs";
import { runNode } from "../../scripts/child.mjs";
import { facts, fillSignIn } from "../support/sites";

const mostInteractions = 6;
const today = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "long" }).format();
const newPassword = "Lantern-River-Oak-58";

/** As the operator does with `npm run account -- create`; returns the one-time password. */
async function createAccount(name: string, role: string): Promise<string> {
  const args = libProgram("lib/account/account-cli.ts", "create", name, "--role", role);
  const database = { DATABASE_URL: facts.databaseUrl, DATABASE_DIRECT_URL: facts.databaseUrl };
  const env = { ...process.env, ...database, NEXTAUTH_SECRET: "of-no-account-for-who-seals-no-session" };
  const printed: string = await runNode(args, { env });
  const password = /一次性密码 (\S+)/.exec(printed)?.[1];
  if (!password) throw new Error(`No one-time password in: ${printed}`);
  return password;
}

/** A new account's first sign-in: nothing but a password of one's own. */
async function signInForTheFirstTime(page: Page, name: string, role: string): Promise<void> {
  const oneTimePassword = await createAccount(name, role);
  await page.goto(`${facts.url}/sign-in?next=/staff`);
  await fillSignIn(page, name, oneTimePassword);
  await expect(page).toHaveURL(/\/staff\/account/);
  await page.getByLabel("当前密码").fill(oneTimePassword);
  await page.getByLabel("新密码", { exact: true }).fill(newPassword);
  await page.getByLabel("再输一遍新密码").fill(newPassword);
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect(page.getByRole("status")).toBeVisible();
}

test("new staff verify a project's state in six interactions", async ({ page }) => {
  test.slow();
  await signInForTheFirstTime(page, "wang", "staff");
  await page.goto(`${facts.url}/dashboard`);
  await page.getByRole("link", { name: "发起现状核实" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("现状核实");
  const steps = [
    () => page.getByLabel("未开工").check(),
    () => page.getByLabel("日期", { exact: true }).fill(today),
    () => page.getByLabel("责任单位").fill("新蒲新区招商局"),
    () => page.getByLabel("现场查看").check(),
    () => page.getByLabel("依据名称和日期").fill("现场查看记录"),
    () => page.getByRole("button", { name: "提交", exact: true }).click(),
  ];
  expect(steps.length).toBeLessThanOrEqual(mostInteractions);
  for (const step of steps) await step();
  await expect(page.getByRole("status")).toContainText("核实已提交，等待审核");
  await expect(page.getByRole("main")).toContainText("待审核");
});

test("a reviewer says which unit is responsible, and the public reads it", async ({ page, browser }) => {
  test.slow();
  await signInForTheFirstTime(page, "zhou", "reviewer");
  await page.goto(`${facts.url}/dashboard`);
  await page.locator('a[href="/staff/projects/P2015-09/assign"]').first().click();
  await page.getByLabel("责任单位").fill("遵义市大数据局");
  await page.getByRole("button", { name: "指定责任单位" }).click();
  await expect(page.getByRole("status")).toContainText("责任单位已指定");
  const visitor = await browser.newPage();
  await visitor.goto(`${facts.url}/projects/P2015-09`);
  await expect(visitor.getByRole("main")).toContainText("遵义市大数据局");
  await visitor.close();
});
