import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectFitForEveryone } from "../support/page-checks";
import { demo, enterDemoAs } from "../support/sites";

const summary = "厂房主体完工，第 1 条生产线进场。";

async function pageOf(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url });
  const page = await context.newPage();
  await enterDemoAs(page, name);
  return page;
}

const percent = (page: Page) => page.getByLabel("形象进度");
const summaryBox = (page: Page) => page.getByLabel("本期进展");

test("a report goes from its author by its reviewer to the public, and is taken back", async ({
  browser,
  request,
}) => {
  test.slow();
  const code = "P2015-12";
  const publicSays = async (words: string) => {
    const page = await (await request.get(`${demo.url}/projects/${code}`)).text();
    const data = await (await request.get(`${demo.url}/api/v1/projects/${code}`)).text();
    expect(page.includes(words)).toBe(data.includes(words));
    return data.includes(words);
  };
  const verified = async () => {
    const { tracking } = await (await request.get(`${demo.url}/api/v1/stats`)).json();
    const board = await (await request.get(`${demo.url}/dashboard`)).text();
    expect(board).toContain(`待核实 ${tracking.unverified}`);
    return tracking.tracked;
  };
  const trackedBefore = await verified();
  expect(await publicSays(summary)).toBe(false);

  let author = await pageOf(browser, "zhuanyuan");
  await test.step("bad input is said at its field, and all that was typed stays", async () => {
    await author.goto("/staff");
    await author.locator(`a[href="/staff/projects/${code}/report"]`).click();
    await percent(author).fill("一百二");
    await summaryBox(author).fill(summary);
    await author.getByLabel("累计到位资金").fill("１２，０００");
    await expect(author.getByText("1.2 亿元")).toBeVisible();
    await author.getByRole("button", { name: "检查并提交" }).click();
    const errors = author.getByRole("alert").filter({ hasText: "要修改" });
    await expect(errors).toBeFocused();
    await errors.getByRole("link").first().click();
    await expect(percent(author)).toBeFocused();
    await expect(percent(author)).toHaveValue("一百二");
    await expect(summaryBox(author)).toHaveValue(summary);
    await expect(author.getByLabel("累计到位资金")).toHaveValue("１２，０００");
  });
  await test.step("a closed tab loses nothing: the draft saved itself", async () => {
    const saving = author.waitForResponse((response) => response.request().method() === "POST");
    await percent(author).fill("４０");
    await saving;
    await expect(author.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
    await author.close();
    author = await pageOf(browser, "zhuanyuan");
    await author.goto(`/staff/projects/${code}/report`);
    await expect(percent(author)).toHaveValue("４０");
    await expect(summaryBox(author)).toHaveValue(summary);
  });
  await test.step("the author looks at it once more and hands it in", async () => {
    await author.getByRole("button", { name: "检查并提交" }).click();
    await expect(author.getByRole("heading", { level: 1 })).toHaveText("提交前再看一遍");
    await expect(author.getByRole("region", { name: "公众会看到" })).toContainText(summary);
    await expect(author.getByRole("region", { name: "公众会看到" })).not.toContainText("亿元");
    await expectFitForEveryone(author);
    await author.getByRole("button", { name: "提交审核" }).click();
    await expect(author.getByRole("heading", { level: 1 })).toHaveText("已提交，等待审核");
    await expectFitForEveryone(author);
    expect(await publicSays(summary)).toBe(false);
  });

  const reviewer = await pageOf(browser, "shenhe");
  await test.step("the reviewer sees what changes, and publishes", async () => {
    await reviewer.goto("/staff/review");
    await reviewer
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: /^审核/ })
      .click();
    const changes = reviewer.getByRole("table", { name: "字段变化" });
    await expect(changes).toContainText(summary);
    await expect(changes.getByRole("row", { name: /形象进度/ })).toContainText("40");
    await expect(changes.getByRole("row", { name: /到位资金/ })).toContainText("看不到");
    await reviewer.getByLabel("发布，公众可见").check();
    await reviewer.getByRole("button", { name: "提交决定" }).click();
    await expect(reviewer.getByRole("status")).toContainText("已发布，公众现在可以看到。");
    expect(await publicSays(summary)).toBe(true);
    expect(await publicSays("120000000")).toBe(false);
    expect(await verified()).toBe(trackedBefore + 1);
  });
  await test.step("a withdrawn report is gone at the next request", async () => {
    await reviewer.goto("/staff/review");
    await reviewer
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: /^查看/ })
      .click();
    await reviewer.getByRole("button", { name: "撤回" }).click();
    await expect(reviewer.getByRole("alert").filter({ hasText: "要修改" })).toBeVisible();
    await reviewer.getByLabel("撤回原因").fill("写错了项目");
    await reviewer.getByRole("button", { name: "撤回" }).click();
    await expect(reviewer.getByRole("status")).toContainText("已撤回");
    expect(await publicSays(summary)).toBe(false);
    expect(await verified()).toBe(trackedBefore);
  });
});

test("a report is written, checked and handed in without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: demo.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await enterDemoAs(page, "zhuanyuan");
  await page.goto("/staff/projects/P2015-11/report");
  await percent(page).fill("四成");
  await summaryBox(page).fill("平台开发过半，开始内部试用。");
  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("alert")).toContainText("要修改");
  await expect(percent(page)).toHaveValue("四成");
  await expect(summaryBox(page)).toHaveValue("平台开发过半，开始内部试用。");
  await percent(page).fill("52");
  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("提交前再看一遍");
  await page.getByRole("button", { name: "提交审核" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("已提交，等待审核");
  await context.close();
});
