import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { demo, enterDemoAs, signInToDemo } from "../support/sites";

const reportOf = (code: string) => `${demo.url}/staff/projects/${code}/report`;
const summary = (page: Page) => page.getByLabel("本期进展");
const percent = (page: Page) => page.getByLabel("形象进度");
const saved = (page: Page) => page.getByText(/已保存 \d\d:\d\d/);

async function openForm(context: BrowserContext, code: string): Promise<Page> {
  const page = await context.newPage();
  await enterDemoAs(page, "zhuanyuan");
  await page.goto(reportOf(code));
  return page;
}

async function discard(page: Page): Promise<void> {
  await page.getByText("丢弃草稿").click();
  await page.getByRole("button", { name: "确认丢弃" }).click();
  await expect(summary(page)).toHaveValue("");
}

test("a lost connection is said, costs nothing that is typed, and is over by itself", async ({ context }) => {
  test.slow();
  const page = await openForm(context, "P2015-06");
  await summary(page).fill("平台开发过半。");
  await expect(saved(page)).toBeVisible();
  await context.setOffline(true);
  await summary(page).pressSequentially("断线以后写的。");
  await expect(page.getByRole("status").filter({ hasText: "未保存：连接断开" })).toHaveCount(1);
  await expect(page.locator(".actions")).toContainText("未保存：连接断开，正在重试 …");
  // The caret stays where it was, so what is typed next stands where it belongs.
  await summary(page).pressSequentially("再写一句。");
  await expect(summary(page)).toHaveValue("平台开发过半。断线以后写的。再写一句。");
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(summary(page)).toHaveValue("平台开发过半。断线以后写的。再写一句。");
  await discard(page);
});

test("what was typed before the page's script ran is saved, too", async ({ context }) => {
  const page = await context.newPage();
  await enterDemoAs(page, "zhuanyuan");
  let run = () => {};
  const scriptsMayRun = new Promise<void>((resolve) => {
    run = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await scriptsMayRun;
    await route.continue();
  });
  await page.goto(reportOf("P2015-06"), { waitUntil: "commit" });
  await summary(page).fill("网速很慢时写的。");
  run();
  await expect(saved(page)).toBeVisible();
  await page.unroute("**/*.js");
  await page.reload();
  await expect(summary(page)).toHaveValue("网速很慢时写的。");
  await discard(page);
});

test("what was typed without a connection is there after the tab was killed", async ({ context }) => {
  test.slow();
  const page = await openForm(context, "P2015-06");
  await summary(page).fill("第一句。");
  await expect(saved(page)).toBeVisible();
  await page.route("**/api/drafts", (route) => route.abort());
  await summary(page).pressSequentially("第二句没有存上。");
  await expect(page.getByText("未保存", { exact: true })).toBeVisible();
  const debuggerOfPage = await context.newCDPSession(page);
  // The answer never comes: there is nobody left to give it.
  void debuggerOfPage.send("Page.crash").catch(() => {});
  await page.waitForEvent("crash");
  const again = await openForm(context, "P2015-06");
  await expect(again.getByText("上次没有存上的内容已经恢复，请核对。")).toBeVisible();
  await expect(summary(again)).toHaveValue("第一句。第二句没有存上。");
  await expect(saved(again)).toBeVisible();
  await discard(again);
});

test("leaving warns while something is not saved, and only then", async ({ context }) => {
  test.slow();
  const page = await openForm(context, "P2015-07");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual([]);
  await context.route("**/api/drafts", (route) => route.abort());
  await summary(page).fill("没有存上的一句。");
  await expect(page.getByText("未保存", { exact: true })).toBeVisible();
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await context.unroute("**/api/drafts");
  await expect(saved(page)).toBeVisible();
  await page.reload();
  expect(asked).toHaveLength(1);
  await discard(page);
});

test("after the session's end saving goes on once its author signed in again", async ({ context }) => {
  test.slow();
  const page = await openForm(context, "P2015-07");
  await summary(page).fill("登录结束前写的。");
  await expect(saved(page)).toBeVisible();
  await context.clearCookies();
  await summary(page).pressSequentially("登录结束后写的。");
  await expect(page.locator(".actions")).toContainText("未保存：登录已结束");
  const opening = context.waitForEvent("page");
  await page.getByRole("link", { name: "在新窗口登录" }).click();
  const other = await opening;
  await signInToDemo(other, "zhuanyuan");
  await other.close();
  await expect(saved(page)).toBeVisible({ timeout: 90_000 });
  await page.reload();
  await expect(summary(page)).toHaveValue("登录结束前写的。登录结束后写的。");
  await discard(page);
});

test("another account that signs in meanwhile does not get the text as its own", async ({ context }) => {
  test.slow();
  const page = await openForm(context, "P2015-06");
  await summary(page).fill("招商专员写的。");
  await expect(saved(page)).toBeVisible();
  await context.clearCookies();
  const other = await context.newPage();
  await signInToDemo(other, "shenhe");
  await summary(page).pressSequentially("换了账号以后写的。");
  await expect(page.locator(".actions")).toContainText("现在登录的是另一个账号");
  await context.clearCookies();
  await signInToDemo(other, "zhuanyuan");
  await expect(saved(page)).toBeVisible();
  await discard(page);
});

test("without JavaScript a form that was sent too late waits behind the sign-in", async ({ browser }) => {
  test.slow();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await openForm(context, "P2015-10");
  await percent(page).fill("12");
  await summary(page).fill("登录结束以后才提交的一段。");
  await context.clearCookies();
  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("status")).toContainText("刚才提交的内容已留下");
  await page.getByLabel("用户名").fill("zhuanyuan");
  await page.getByLabel("密码").fill(demo.password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(summary(page)).toHaveValue("登录结束以后才提交的一段。");
  await expect(percent(page)).toHaveValue("12");
  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("提交前再看一遍");
  await page.getByRole("link", { name: "回去修改" }).click();
  await discard(page);
  await context.close();
});

test("a status check is kept while it is typed, too", async ({ context }) => {
  test.slow();
  const check = `${demo.url}/staff/projects/P2015-10/verify`;
  const page = await context.newPage();
  await enterDemoAs(page, "zhuanyuan");
  await page.goto(check);
  await page.getByLabel("未开工").check();
  await page.getByLabel("日期", { exact: true }).fill("二〇一七年");
  await expect(saved(page)).toBeVisible();
  await page.close();
  const again = await context.newPage();
  await again.goto(check);
  await expect(again.getByLabel("未开工")).toBeChecked();
  await again.getByRole("button", { name: "提交", exact: true }).click();
  await expect(again.getByRole("alert").filter({ hasText: "要修改" })).toBeFocused();
  await expect(again.getByLabel("日期", { exact: true })).toHaveValue("二〇一七年");
  await again.reload();
  await expect(again.getByLabel("日期", { exact: true })).toHaveValue("二〇一七年");
  await again.getByText("丢弃草稿").click();
  await again.getByRole("button", { name: "确认丢弃" }).click();
  await expect(again.getByLabel("未开工")).not.toBeChecked();
});
