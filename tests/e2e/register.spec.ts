import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectFitForEveryone } from "../support/page-checks";
import { demo, enterDemoAs } from "../support/sites";

const title = "智能终端产业园投资协议";
const company = "示例终端制造有限公司";

async function pageOf(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url });
  const page = await context.newPage();
  await enterDemoAs(page, name);
  return page;
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const partyRow = (page: Page, number: number) => page.getByRole("group", { name: `签约方 ${number}` });

/** Opens the change that waits for its review. */
async function review(page: Page, name: string): Promise<void> {
  await page.goto("/staff/review");
  const item = page.getByRole("listitem").filter({ hasText: name }).filter({ hasText: "待审核" });
  await item.getByRole("link", { name: /^审核/ }).click();
}

async function decide(page: Page, decision: "发布，公众可见" | "退回修改"): Promise<void> {
  await page.getByLabel(decision).check();
  await page.getByRole("button", { name: "提交决定" }).click();
}

async function fillAgreement(page: Page): Promise<void> {
  await page.getByLabel("协议名称").fill(title);
  await page.getByLabel("签约名称").first().fill("遵义市人民政府");
  await page
    .getByLabel("单位", { exact: false })
    .and(page.locator("#party-0-organization"))
    .fill("遵义市人民政府");
  await page.locator("#party-1-name").fill(company);
  await page.locator("#party-1-organization").fill(company);
  await page.getByLabel("签订日期").fill("2016年8月30日");
  await page.locator("#agreedInvestment").fill("１２０，０００");
  await page.getByLabel("内容", { exact: true }).fill("在新蒲新区建设智能终端产业园。");
  await page.getByLabel("依据的种类").selectOption({ label: "文件或批复" });
  await page.getByLabel("依据的日期").fill("2016-08-30");
  await page.locator("#evidence").fill("投资协议第 2 条");
}

test("an agreement and its new company go from staff by a reviewer to the public, are changed and taken back", async ({
  browser,
  request,
}) => {
  test.slow();
  const staff = await pageOf(browser, "zhuanyuan");
  const reviewer = await pageOf(browser, "shenhe");
  const publicPage = async (path: string) => (await request.get(`${demo.url}${path}`)).text();

  await test.step("staff type it in; an unknown company is asked about at its field, and nothing is lost", async () => {
    await staff.goto("/staff/register?subject=agreement");
    await staff.getByRole("link", { name: "新登记协议" }).click();
    await fillAgreement(staff);
    await expect(staff.getByText("12 亿元")).toBeVisible();
    await staff.getByRole("button", { name: "检查并提交" }).click();
    await expect(staff.getByRole("alert").filter({ hasText: "要修改" })).toBeFocused();
    await expect(partyRow(staff, 2)).toContainText(`没有登记过“${company}”`);
    await expect(staff.locator("#agreedInvestment")).toHaveValue("１２０，０００");
    await staff.locator("#party-1-kind").selectOption({ label: "新单位，企业" });
    await expectFitForEveryone(staff);
  });
  await test.step("the draft saves itself within three seconds and outlives the tab", async () => {
    const saved = staff.waitForResponse((response) => response.request().method() === "POST");
    await staff.getByLabel("签订地").fill("贵阳");
    await saved;
    await expect(staff.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
    await staff.goto("/staff/register/agreement/new");
    await expect(staff.getByLabel("签订地")).toHaveValue("贵阳");
    await expect(staff.locator("#party-1-kind")).toHaveValue("enterprise");
  });
  await test.step("they look at it once more and hand it in", async () => {
    await staff.getByRole("button", { name: "检查并提交" }).click();
    await expect(heading(staff)).toHaveText("提交前再看一遍");
    const preview = staff.getByRole("region", { name: "公众会看到" });
    await expect(preview).toContainText(`新登记企业：${company}`);
    await expect(preview).toContainText("12 亿元");
    await expectFitForEveryone(staff);
    await staff.getByRole("button", { name: "提交审核" }).click();
    await expect(heading(staff)).toHaveText("已提交，等待审核");
    await expectFitForEveryone(staff);
    expect(await publicPage("/agreements")).not.toContain(title);
  });
  await test.step("the reviewer returns it at a field; the reason stands there for its author", async () => {
    await review(reviewer, title);
    await expectFitForEveryone(reviewer);
    await reviewer.getByLabel("退回修改").check();
    await reviewer.getByLabel("退回哪个字段").selectOption({ label: "签订地" });
    await reviewer.getByLabel("退回原因").fill("协议写的是遵义");
    await reviewer.getByRole("button", { name: "提交决定" }).click();
    await expect(reviewer.getByRole("status")).toContainText("已退回");
    await staff.goto("/staff/register");
    await staff
      .getByRole("region", { name: "我的登记和变更" })
      .getByRole("link", { name: `修改${title}` })
      .click();
    const errors = staff.getByRole("alert").filter({ hasText: "协议写的是遵义" });
    await errors.getByRole("link").click();
    await expect(staff.getByLabel("签订地")).toBeFocused();
    await staff.getByLabel("签订地").fill("遵义");
    await staff.getByRole("button", { name: "检查并提交" }).click();
    await staff.getByRole("button", { name: "提交审核" }).click();
    await expect(heading(staff)).toHaveText("已提交，等待审核");
  });
  await test.step("published, it is on the agreement's and the company's page, with where it is known from", async () => {
    await review(reviewer, title);
    await decide(reviewer, "发布，公众可见");
    await expect(reviewer.getByRole("status")).toContainText("已发布");
    const visitor = await (await browser.newContext({ baseURL: demo.url })).newPage();
    await visitor.goto("/agreements");
    await visitor.getByRole("link", { name: title }).click();
    await expect(heading(visitor)).toHaveText(title);
    const history = visitor.getByRole("region", { name: "登记与变更" });
    await expect(history).toContainText("登记协议。");
    await expect(history).toContainText("文件或批复：投资协议第 2 条（2016-08-30）");
    await visitor.getByRole("complementary").getByRole("link", { name: "登记" }).click();
    await expect(visitor).toHaveURL(/#change-\d+$/);
    await expectFitForEveryone(visitor);
    await visitor.getByRole("link", { name: company }).first().click();
    await expect(visitor.getByRole("region", { name: "登记与变更" })).toContainText("一并登记");
    await expectFitForEveryone(visitor);
    await visitor.context().close();
  });

  await test.step("an edit shows what it changes; the public reads what stood before", async () => {
    await staff.goto("/staff/register?subject=agreement");
    await staff.getByRole("link", { name: `修改${title}` }).click();
    await staff.locator("#agreedInvestment").fill("150000");
    await staff.getByLabel("变更：情况变了").check();
    await staff.getByLabel("为什么改").fill("补充协议追加投资");
    await staff.getByLabel("依据的种类").selectOption({ label: "文件或批复" });
    await staff.getByLabel("依据的日期").fill("2016-12-01");
    await staff.locator("#evidence").fill("补充协议第 1 条");
    await staff.getByRole("button", { name: "检查并提交" }).click();
    const changes = staff.getByRole("table", { name: "字段变化" });
    await expect(changes.getByRole("row", { name: /协议投资额/ })).toContainText("＋3 亿元");
    await expectFitForEveryone(staff);
    await staff.getByRole("button", { name: "提交审核" }).click();
    await expect(heading(staff)).toHaveText("已提交，等待审核");
    await review(reviewer, title);
    await decide(reviewer, "发布，公众可见");
    await expect(reviewer.getByRole("status")).toContainText("已发布");
    const page = await publicPage("/agreements");
    const [, path = ""] = new RegExp(`href="(/agreements/A2016-\\d+)">${title}`).exec(page) ?? [];
    expect(await publicPage(path)).toContain("15 亿元");
    expect(await publicPage(path)).toContain("补充协议追加投资");
  });
  await test.step("taken back, it says again what it said before, and only that something was taken back", async () => {
    await reviewer.goto("/staff/review");
    await reviewer
      .getByRole("listitem")
      .filter({ hasText: title })
      .filter({ hasText: "变更协议" })
      .getByRole("link", { name: /^查看/ })
      .click();
    await reviewer.getByLabel("撤回原因").fill("补充协议没有签成");
    await reviewer.getByRole("button", { name: "撤回" }).click();
    await expect(reviewer.getByRole("status")).toContainText("已撤回");
    const page = await publicPage("/agreements");
    const [, path = ""] = new RegExp(`href="(/agreements/A2016-\\d+)">${title}`).exec(page) ?? [];
    const agreement = await publicPage(path);
    expect(agreement).toContain("12 亿元");
    expect(agreement).toContain("发布的变更，内容不再显示");
    expect(agreement).not.toContain("15 亿元");
    expect(agreement).not.toContain("补充协议没有签成");
  });
  await staff.context().close();
  await reviewer.context().close();
});

test("what was published while somebody types is put beside theirs, and they choose", async ({ browser }) => {
  test.slow();
  const staff = await pageOf(browser, "zhuanyuan");
  const reviewer = await pageOf(browser, "shenhe");
  const propose = async (reason: string, values: { description: string; aliases?: string }) => {
    await staff.goto("/staff/register/organization/kuangchi");
    await staff.getByLabel("更正：原来登记错了").check();
    await staff.getByLabel("为什么改").fill(reason);
    await staff.getByLabel("依据的种类").selectOption({ label: "公开报道" });
    await staff.getByLabel("依据的日期").fill("2016-12-01");
    await staff.locator("#evidence").fill("企业官网的介绍");
    if (values.aliases) await staff.getByLabel("别称").fill(values.aliases);
    const saved = staff.waitForResponse((response) => response.request().method() === "POST");
    await staff.getByLabel("介绍").fill(values.description);
    await saved;
  };
  await propose("介绍不全", { description: "先写的介绍。", aliases: "深圳光启、光启研究院" });
  await staff.getByRole("button", { name: "检查并提交" }).click();
  await staff.getByRole("button", { name: "提交审核" }).click();
  await expect(heading(staff)).toHaveText("已提交，等待审核");

  await propose("介绍不准", { description: "后写的介绍。" });
  await expect(staff.getByText("等它办完才能提交")).toBeVisible();
  await review(reviewer, "光启");
  await decide(reviewer, "发布，公众可见");
  await expect(reviewer.getByRole("status")).toContainText("已发布");

  await staff.getByRole("button", { name: "检查并提交" }).click();
  const choice = staff.getByRole("alert").filter({ hasText: "发布了另一份变更" });
  const description = choice.getByRole("group", { name: "介绍" });
  await expect(description.getByLabel("这里填的：后写的介绍。")).toBeChecked();
  await expect(description.getByLabel("刚发布的：先写的介绍。")).not.toBeChecked();
  await expect(choice.getByRole("group", { name: "别称" }).getByLabel("刚发布的")).toBeChecked();
  await expectFitForEveryone(staff);
  await staff.getByRole("button", { name: "检查并提交" }).click();
  await expect(heading(staff)).toHaveText("提交前再看一遍");
  const changes = staff.getByRole("table", { name: "字段变化" });
  await expect(changes.getByRole("row")).toHaveCount(2);
  await expect(changes).toContainText("后写的介绍。");
  for (const page of [staff, reviewer]) await page.context().close();
});

test("a place is registered, checked and handed in without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: demo.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await enterDemoAs(page, "zhuanyuan");
  await page.goto("/staff/register/place/new");
  await page.getByLabel("名称").fill("新蒲新区");
  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("alert")).toContainText("要修改");
  await expect(page.getByLabel("名称")).toHaveValue("新蒲新区");
  await page.getByLabel("依据的种类").selectOption({ label: "文件或批复" });
  await page.getByLabel("依据的日期").fill("2016-08-30");
  await page.locator("#evidence").fill("行政区划名录");
  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("region", { name: /很像的落户地/ })).toContainText("新蒲新区：名称相同");
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByRole("alert")).toContainText("很可能是同一个");
  await page.getByLabel("核对过，不是同一个").check();
  await page.getByLabel("为什么不是同一个").fill("同名的另一处");
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(heading(page)).toHaveText("已提交，等待审核");
  await context.close();
});
