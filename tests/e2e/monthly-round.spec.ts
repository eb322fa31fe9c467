import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectFitForEveryone } from "../support/page-checks";
import { demo, enterDemoAs } from "../support/sites";

// A month that no other journey reports on; which projects count as verified depends on them.
const month = "2017-02";
const monthWords = "2017 年 2 月";

async function pageOf(browser: Browser, name: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url, ...options });
  const page = await context.newPage();
  await enterDemoAs(page, name);
  return page;
}

test.describe.configure({ mode: "serial" });

test("a round goes from its opening by one grid and one publication to the public", async ({
  browser,
  request,
}) => {
  test.slow();
  const reviewer = await pageOf(browser, "shenhe");
  await test.step("a reviewer opens the round of a month with a deadline", async () => {
    await reviewer.goto("/staff/rounds");
    await reviewer.getByLabel("填报月份").selectOption(month);
    await reviewer.getByLabel("截止日").fill("6月31日");
    await reviewer.getByRole("button", { name: "开启调度" }).click();
    await expect(reviewer.getByRole("alert").filter({ hasText: "要修改" })).toBeFocused();
    await expect(reviewer.getByLabel("填报月份")).toHaveValue(month);
    await reviewer.getByLabel("截止日").fill("2017年7月3日");
    await reviewer.getByRole("button", { name: "开启调度" }).click();
    await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText(`${monthWords}调度`);
    await expect(reviewer.getByRole("status").first()).toContainText("调度已开启");
  });
  await test.step("the board says who is silent, in words to send on", async () => {
    const list = reviewer.getByLabel("催报清单");
    await expect(list).toHaveValue(/2017-07-03 截止，还有 3 天。/);
    await expect(list).toHaveValue(/演示单位乙 .+：未报 \d+ 个（.+）。/);
    await expect(reviewer.getByRole("table", { name: /各责任单位/ })).toContainText("演示单位丁");
    await expectFitForEveryone(reviewer);
  });

  const author = await pageOf(browser, "zhuanyuan");
  let silent = 0;
  let interactions = 0;
  const press = async (role: "button" | "link", name: string | RegExp) => {
    interactions += 1;
    await author.getByRole(role, { name }).click();
  };
  await test.step("the author answers all unchanged projects in at most six interactions", async () => {
    await author.goto("/staff");
    await press("link", `批量填报 ${monthWords}`);
    await expect(author.getByRole("heading", { level: 1 })).toHaveText(`${monthWords}批量填报`);
    await press("button", "其余都无变化");
    const unchanged = author.getByRole("checkbox", { name: /本期无变化$/, checked: true });
    await expect(unchanged).not.toHaveCount(0);
    silent = await unchanged.count();
    await press("button", "检查");
    await expect(author.getByRole("heading", { level: 1 })).toHaveText("提交前再看一遍");
    await expect(author.getByText(`${silent} 个无变化，0 个要修改，`)).toBeVisible();
    await expectFitForEveryone(author);
    await press("button", `提交 ${silent} 个项目`);
    await expect(author.getByRole("heading", { level: 1 })).toHaveText(/^已提交.*，等待审核$/);
    expect(interactions).toBeLessThanOrEqual(6);
    await expectFitForEveryone(author);
  });

  await test.step("the reviewer publishes them together, each outcome told", async () => {
    await reviewer.goto(`/staff/rounds/${month}`);
    await reviewer.getByRole("link", { name: /^批量发布/ }).click();
    await reviewer.getByRole("button", { name: `全选可以一起发布的 ${silent} 份` }).click();
    await expect(reviewer.getByRole("checkbox", { name: /^发布/, checked: true })).toHaveCount(silent);
    await reviewer.getByRole("button", { name: "下一步" }).click();
    await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText("确认批量发布");
    await expectFitForEveryone(reviewer);
    await reviewer.getByRole("button", { name: `发布 ${silent} 份` }).click();
    await expect(reviewer.getByRole("status").first()).toContainText(`已发布 ${silent} 份`);
  });

  await test.step("the public reads that nothing changed, and the last values stay", async () => {
    const { reports, percent } = await (await request.get(`${demo.url}/api/v1/projects/P2015-03`)).json();
    expect(reports).toContainEqual(
      expect.objectContaining({ period: `${month}-01`, summary: "本期无变化", percent: null }),
    );
    expect(percent).toBe(100);
    const page = await (await request.get(`${demo.url}/projects/P2015-03`)).text();
    expect(page).toContain("本期无变化");
  });
});

test("a grid is filled in, checked, mended and handed in without JavaScript", async ({ browser }) => {
  const page = await pageOf(browser, "zhuanyuan", { javaScriptEnabled: false });
  const summary = page.getByLabel("新蒲科技园，本期进展");
  const percent = page.getByLabel("新蒲科技园，形象进度");
  await page.goto(`/staff/rounds/${month}/grid?scope=open`);
  await summary.fill("园区新增一条生产线，设备调试中。");
  await percent.fill("一百");
  await page.getByRole("button", { name: "检查" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("提交前再看一遍");
  await expect(page.getByText("1 个要修改")).toBeVisible();
  await page.getByRole("link", { name: /^回去改/ }).click();
  await expect(page.getByRole("alert")).toContainText("要修改");
  await expect(percent).toHaveValue("一百");
  await expect(summary).toHaveValue("园区新增一条生产线，设备调试中。");
  await percent.fill("100");
  await page.getByRole("button", { name: "检查" }).click();
  await page.getByRole("button", { name: "提交 1 个项目" }).click();
  await expect(page.getByRole("status").first()).toContainText("个项目待审核");
});

test("a round is closed with a reason, and takes no more", async ({ browser }) => {
  const reviewer = await pageOf(browser, "shenhe");
  await reviewer.goto(`/staff/rounds/${month}`);
  await reviewer.getByRole("button", { name: "关闭这一轮" }).click();
  await expect(reviewer.getByRole("alert").filter({ hasText: "要修改" })).toBeVisible();
  await reviewer.getByLabel("关闭的原因").fill("已汇总");
  await reviewer.getByRole("button", { name: "关闭这一轮" }).click();
  await expect(reviewer.getByRole("status").first()).toContainText("调度已关闭");
  await expect(reviewer.getByRole("button", { name: "重新开放" })).toBeVisible();

  const author = await pageOf(browser, "zhuanyuan");
  await author.goto(`/staff/rounds/${month}/grid`);
  await expect(author.getByText("已关闭：已汇总")).toBeVisible();
});
