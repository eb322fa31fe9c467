import { type Browser, expect, type Page, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { expectFitForEveryone, htmlErrors } from "../support/page-checks";
import { demo, enterDemoAs } from "../support/sites";

const password = "Lantern-River-Oak-58";
const stepMs = 30_000;

/** What the app shows; `steps` later than now, as each code counts once. */
function appCode(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  return totp.generate({ timestamp: Date.now() + steps * stepMs });
}

async function pageOf(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url, javaScriptEnabled });
  return context.newPage();
}

/** The system administrator makes an account; returns its one-time password. */
async function createAccount(browser: Browser, name: string): Promise<string> {
  const page = await pageOf(browser);
  await enterDemoAs(page, "guanli");
  await page.goto("/staff/accounts");
  await page.getByLabel("用户名").fill(name);
  await page.getByLabel("显示名称").fill("陈专员");
  await page.getByRole("button", { name: "新建账号" }).click();
  const said = page.getByRole("status").filter({ hasText: "一次性密码" });
  const oneTimePassword = (await said.locator("code").textContent()) ?? "";
  await page.context().close();
  return oneTimePassword;
}

async function givePassword(page: Page, name: string, given = password): Promise<void> {
  await page.goto("/sign-in?next=/staff/account");
  await page.getByLabel("用户名").fill(name);
  await page.getByLabel("密码").fill(given);
  await page.getByRole("button", { name: "登录" }).click();
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("验证码").fill(code);
  await page.getByRole("button", { name: "验证并登录" }).click();
}

const ownAccount = (page: Page) => page.getByRole("heading", { level: 1, name: "我的账号" });

async function changePassword(page: Page, oneTimePassword: string): Promise<void> {
  await page.getByLabel("当前密码").fill(oneTimePassword);
  await page.getByLabel("新密码", { exact: true }).fill(password);
  await page.getByLabel("再输一遍新密码").fill(password);
  await page.getByRole("button", { name: "修改密码" }).click();
  await expect(page.getByRole("status")).toContainText("密码已修改");
}

for (const [words, name, hasScript] of [
  ["a second factor", "chen", true],
  ["a second factor without JavaScript", "chen.wu", false],
] as const) {
  test(`${words} is turned on, asked for, replaced by a recovery code, and taken away when lost`, async ({
    browser,
  }) => {
    test.slow();
    const oneTimePassword = await createAccount(browser, name);
    const page = await pageOf(browser, hasScript);
    const panel = page.getByRole("region", { name: "两步验证" });
    let secret = "";
    let recoveryCodes: string[] = [];

    await test.step("a one-time password opens nothing but its change", async () => {
      await givePassword(page, name, oneTimePassword);
      await expect(ownAccount(page)).toBeVisible();
      await expect(panel).toHaveCount(0);
      await changePassword(page, oneTimePassword);
    });
    await test.step("the secret is shown for the password, as text and as a QR code", async () => {
      await page.goto("/staff/account");
      await panel.getByLabel("当前密码").fill("Wrong-Password-1");
      await panel.getByRole("button", { name: "开始启用" }).click();
      await expect(panel.getByRole("alert")).toContainText("当前密码不正确");
      await panel.getByLabel("当前密码").fill(password);
      await panel.getByRole("button", { name: "开始启用" }).click();
      await expect(panel.getByRole("img", { name: "两步验证的二维码" })).toBeVisible();
      secret = (await panel.locator("code").textContent()) ?? "";
      if (hasScript) await expectFitForEveryone(page);
    });
    await test.step("the app's first code turns it on, and the recovery codes are shown once", async () => {
      await panel.getByLabel("验证码").fill("12345");
      await panel.getByRole("button", { name: "启用两步验证" }).click();
      await expect(panel.getByRole("alert")).toContainText("6 位数字");
      await panel.getByLabel("验证码").fill(appCode(secret));
      await panel.getByRole("button", { name: "启用两步验证" }).click();
      await expect(panel.getByRole("status")).toContainText("只显示这一次");
      recoveryCodes = await panel
        .getByRole("list", { name: "恢复码" })
        .getByRole("listitem")
        .allTextContents();
      expect(recoveryCodes).toHaveLength(10);
      const response = await page.goto("/staff/account");
      expect(await htmlErrors((await response?.text()) ?? "")).toEqual([]);
      await expect(panel).toContainText("还有 10 个恢复码没用过");
      await expect(panel).not.toContainText(recoveryCodes[0] ?? secret);
    });
    await test.step("signing in asks for the code after the password", async () => {
      await page.getByRole("button", { name: "退出" }).click();
      await expect(page).toHaveURL(`${demo.url}/`);
      await givePassword(page, name);
      const input = page.getByLabel("验证码");
      await expect(input).toBeVisible();
      if (hasScript) await expect(input).toBeFocused();
      await giveCode(page, "k7m2-9qwx-4tzn");
      await expect(page.getByRole("alert").filter({ hasText: "要修改" })).toContainText("验证码不正确");
      await expect(input).toHaveValue("");
      if (hasScript) await expectFitForEveryone(page);
      await giveCode(page, appCode(secret, 1));
      await expect(ownAccount(page)).toBeVisible();
    });
    await test.step("a recovery code opens once", async () => {
      const [code = ""] = recoveryCodes;
      const other = await pageOf(browser, hasScript);
      await givePassword(other, name);
      await giveCode(other, code.toUpperCase());
      await expect(ownAccount(other)).toBeVisible();
      await other.getByRole("button", { name: "退出" }).click();
      await givePassword(other, name);
      await giveCode(other, code);
      await expect(other.getByRole("alert").filter({ hasText: "要修改" })).toContainText("已经用过");
      await other.context().close();
    });
    await test.step("the security administrator takes a lost one away, and the password is enough", async () => {
      const security = await pageOf(browser, hasScript);
      await enterDemoAs(security, "anquan");
      await security.goto("/staff/accounts");
      const row = security.getByRole("row").filter({ has: security.getByText(name, { exact: true }) });
      await row.getByRole("button", { name: "取消两步验证" }).click();
      await expect(security.getByRole("status")).toContainText(`账号 ${name} 的改动已保存`);
      await security.context().close();
      await page.reload();
      await expect(page).toHaveURL(/\/sign-in/);
      await givePassword(page, name);
      await expect(ownAccount(page)).toBeVisible();
      await expect(panel).toContainText("未启用");
    });
  });
}
