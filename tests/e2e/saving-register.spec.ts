import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { demo, enterDemoAs, signInToDemo } from "../support/sites";

// Each test has a form of its own, which no other journey opens.
const formOf = (subject: string, key: string) => `${demo.url}/staff/register/${subject}/${key}`;
const grid = `${demo.url}/staff/rounds/2016-10/grid`;
const description = (page: Page) => page.getByLabel("介绍");
const content = (page: Page) => page.getByLabel("项目内容");
const milestone = (page: Page, number: number) =>
  page.getByRole("group", { name: `节点 ${number}`, exact: true }).getByLabel("节点");
const milestones = (page: Page) => page.getByRole("group", { name: /^节点 \d+$/ });
const saved = (page: Page) => page.getByText(/已保存 \d\d:\d\d/);
const unsaved = (page: Page) => page.getByText("未保存", { exact: true });
const restored = (page: Page) => page.getByText("上次没有存上的内容已经恢复，请核对。");

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await enterDemoAs(page, "zhuanyuan");
  await page.goto(address);
  return page;
}

async function discard(page: Page): Promise<void> {
  await page.getByText("丢弃草稿").click();
  await page.getByRole("button", { name: "确认丢弃" }).click();
  await expect(page.getByText("丢弃草稿")).toHaveCount(0);
}

async function kill(page: Page): Promise<void> {
  const debuggerOfPage = await page.context().newCDPSession(page);
  // The answer never comes: there is nobody left to give it.
  void debuggerOfPage.send("Page.crash").catch(() => {});
  await page.waitForEvent("crash");
}

test("a connection lost while something of the register is typed costs nothing", async ({ context }) => {
  test.slow();
  const page = await open(context, formOf("organization", "eqing"));
  await description(page).fill("连着时写的。");
  await expect(saved(page)).toBeVisible();
  await context.setOffline(true);
  await description(page).pressSequentially("断线以后写的。");
  await expect(page.locator(".actions")).toContainText("未保存：连接断开，正在重试 …");
  await description(page).pressSequentially("再写一句。");
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(description(page)).toHaveValue("连着时写的。断线以后写的。再写一句。");
  await discard(page);
});

test("a project typed without a connection is there after the tab was killed, its new rows too", async ({
  context,
}) => {
  test.slow();
  const page = await open(context, formOf("project", "P2015-02"));
  const before = await milestones(page).count();
  await page.route("**/api/drafts", (route) => route.abort());
  await content(page).fill("没有存上的项目内容。");
  await page.getByLabel("币种").selectOption({ index: 1 });
  await page.getByRole("button", { name: "加一个节点" }).click();
  await milestone(page, before + 1).fill("试运行");
  await expect(unsaved(page)).toBeVisible();
  await kill(page);
  const again = await open(context, formOf("project", "P2015-02"));
  await expect(restored(again)).toBeVisible();
  await expect(content(again)).toHaveValue("没有存上的项目内容。");
  await expect(again.getByLabel("币种")).toHaveValue("USD");
  await expect(milestone(again, before + 1)).toHaveValue("试运行");
  await expect(saved(again)).toBeVisible();
  await discard(again);
});

test("leaving a form of the register warns while something is not saved, and only then", async ({
  context,
}) => {
  test.slow();
  const page = await open(context, formOf("place", "zunyi"));
  const name = page.getByLabel("名称");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await context.route("**/api/drafts", (route) => route.abort());
  await name.fill("没有存上的名称");
  await expect(unsaved(page)).toBeVisible();
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
  await context.unroute("**/api/drafts");
  await expect(saved(page)).toBeVisible();
  await expect(name).toHaveValue("没有存上的名称");
  await page.reload();
  expect(asked).toHaveLength(1);
  await discard(page);
});

test("rows are added beneath the hands of who types, without waiting for the server", async ({ context }) => {
  test.slow();
  const page = await open(context, formOf("project", "P2015-04"));
  const before = await milestones(page).count();
  await page.route("**/api/drafts", () => {}, { times: 1 });
  await content(page).fill("请求在路上时写的。");
  await page.waitForRequest("**/api/drafts");
  await page.getByRole("button", { name: "加一个节点" }).click();
  await expect(milestone(page, before + 1)).toBeFocused();
  await page.keyboard.type("封顶");
  await content(page).pressSequentially("又写一句。");
  await page.getByRole("button", { name: "加前期手续的 8 个节点" }).click();
  await expect(milestone(page, before)).toHaveValue("封顶");
  await expect(milestone(page, before + 1)).toHaveValue(/./);
  await expect(content(page)).toHaveValue("请求在路上时写的。又写一句。");
  await expect(saved(page)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(content(page)).toHaveValue("请求在路上时写的。又写一句。");
  await expect(milestone(page, before)).toHaveValue("封顶");
  await discard(page);
});

test("what is typed while a form of the register is checked is kept", async ({ context }) => {
  test.slow();
  const page = await open(context, formOf("project", "P2015-13"));
  const last = await milestones(page).count();
  await page.getByRole("button", { name: "加一个节点" }).click();
  await milestone(page, last + 1).fill("封顶");
  await expect(saved(page)).toBeVisible();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/drafts", async (route) => {
    await released;
    await route.continue();
  });
  const checking = page.waitForRequest("**/api/drafts");
  await page.getByRole("button", { name: "检查并提交" }).click();
  await checking;
  await milestone(page, last + 1).press("End");
  await milestone(page, last + 1).pressSequentially("以后装修");
  release();
  await expect(page.getByRole("alert").filter({ hasText: "要修改" })).toBeFocused();
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(milestone(page, last)).toHaveValue("封顶以后装修");
  await discard(page);
});

test("of two windows on a form of the register the author chooses field by field", async ({ context }) => {
  test.slow();
  const first = await open(context, formOf("organization", "xinpu"));
  const second = await open(context, formOf("organization", "xinpu"));
  await first.getByLabel("别称").fill("新蒲");
  await description(first).fill("甲窗口写的。");
  await expect(saved(first)).toBeVisible();
  await description(second).fill("乙窗口写的。");
  const choice = second.getByRole("alert").filter({ hasText: "在别的窗口改过" });
  await expect(choice.getByRole("group", { name: "别称" }).getByLabel("已保存的：新蒲")).toBeChecked();
  await expect(choice.getByRole("group", { name: "介绍" }).getByLabel("这里填的")).toBeChecked();
  await choice.getByRole("button", { name: "按所选保存" }).click();
  await expect(saved(second)).toBeVisible();
  await expect(second.getByLabel("别称")).toHaveValue("新蒲");
  await first.reload();
  await expect(description(first)).toHaveValue("乙窗口写的。");
  await discard(first);
});

test("after the session's end a form of the register goes on once its own author signed in", async ({
  context,
}) => {
  test.slow();
  const page = await open(context, formOf("organization", "zunyi"));
  await context.clearCookies();
  await description(page).fill("登录结束后写的。");
  await expect(page.locator(".actions")).toContainText("未保存：登录已结束");
  const other = await context.newPage();
  await signInToDemo(other, "shenhe");
  await description(page).pressSequentially("换了账号。");
  await expect(page.locator(".actions")).toContainText("现在登录的是另一个账号");
  await context.clearCookies();
  await signInToDemo(other, "zhuanyuan");
  await expect(saved(page)).toBeVisible({ timeout: 90_000 });
  await page.reload();
  await expect(description(page)).toHaveValue("登录结束后写的。换了账号。");
  await discard(page);
});

test("without JavaScript a form of the register that was sent too late waits behind the sign-in", async ({
  browser,
}) => {
  test.slow();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await open(context, formOf("place", "xinpu"));
  await page.getByLabel("名称").fill("登录结束以后才提交的");
  await context.clearCookies();
  await page.getByRole("button", { name: "存草稿" }).click();
  await expect(page.getByRole("status")).toContainText("刚才提交的内容已留下");
  await page.getByLabel("用户名").fill("zhuanyuan");
  await page.getByLabel("密码").fill(demo.password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByLabel("名称")).toHaveValue("登录结束以后才提交的");
  await page.getByRole("button", { name: "存草稿" }).click();
  await expect(saved(page)).toBeVisible();
  await discard(page);
  await context.close();
});

test("a grid saves itself, and survives a killed tab", async ({ context }) => {
  test.slow();
  const page = await open(context, grid);
  const summary = (of: Page) => of.locator("#P2015-03-summary");
  await summary(page).fill("第一句。");
  await expect(saved(page)).toBeVisible();
  await page.route("**/api/drafts", (route) => route.abort());
  await summary(page).pressSequentially("第二句没有存上。");
  await page.getByRole("button", { name: "其余都无变化" }).click();
  // How many there are depends on what other journeys hand in meanwhile.
  const ticked = (of: Page) => of.getByRole("checkbox", { name: /本期无变化$/, checked: true });
  await expect(ticked(page)).not.toHaveCount(0);
  await expect(summary(page)).toHaveValue("第一句。第二句没有存上。");
  await expect(unsaved(page)).toBeVisible();
  await kill(page);
  const again = await open(context, grid);
  await expect(restored(again)).toBeVisible();
  await expect(summary(again)).toHaveValue("第一句。第二句没有存上。");
  await expect(ticked(again)).not.toHaveCount(0);
  await expect(saved(again)).toBeVisible();

  const other = await open(context, grid);
  await summary(other).fill("另一个窗口写的。");
  await expect(saved(other)).toBeVisible();
  await summary(again).fill("这个窗口写的。");
  const choice = again.getByRole("alert").filter({ hasText: "在别的窗口改过" });
  await choice.getByLabel("已保存的：另一个窗口写的。").check();
  await choice.getByRole("button", { name: "按所选保存" }).click();
  await expect(summary(again)).toHaveValue("另一个窗口写的。");
  await expect(saved(again)).toBeVisible();
  await discard(again);
});
