import { expect, test } from "@playwright/test";
import { facts } from "../support/sites";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled, baseURL: facts.url });

    test("a visitor goes from the statement to a project and to the paragraph that it rests on", async ({
      page,
    }) => {
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(
        "据 2015-08-10 的一篇报道，登记 14 个项目：13 个已签约，1 个已投产。",
      );
      await expect(page.getByText(/没有新记录，现状待核实/)).toBeVisible();
      await page.keyboard.press("Tab");
      await expect(page.getByRole("link", { name: "跳到主要内容" })).toBeFocused();

      const matrix = page.getByRole("table").first();
      await expect(matrix).toContainText("以晴");
      await page.getByRole("link", { name: "查看全部项目" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("项目台账");
      await page.getByRole("link", { name: "中兴大数据中心", exact: true }).click();
      await expect(page).toHaveURL(/\/projects\/P2015-05$/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("中兴大数据中心");

      await page.getByRole("link", { name: "出处：2015-08-10 报道第15段" }).first().click();
      await expect(page).toHaveURL(/\/sources\/report-2015-08-10#p15$/);
      await expect(page.locator("#p15")).toBeInViewport();
      await expect(page.locator("#p15")).toContainText("中兴大数据中心");
    });

    test("a project is found by initials, by code and by a part of its name", async ({ page }) => {
      await page.goto("/");
      await page.getByRole("searchbox", { name: "搜索项目" }).first().fill("zxdsj");
      await page.getByRole("button", { name: "搜索" }).first().click();
      await expect(page).toHaveURL(/\/projects\?q=zxdsj$/);
      await expect(page.getByRole("link", { name: "中兴大数据中心", exact: true })).toBeVisible();
      for (const words of ["p2015-05", "大数据中心"]) {
        await page.goto(`/projects?q=${encodeURIComponent(words)}`);
        await expect(page.getByRole("link", { name: "中兴大数据中心", exact: true })).toBeVisible();
      }
    });

    test("filters are in the address: reload, back and sharing bring them back", async ({ page }) => {
      await page.goto("/projects?stage=signed");
      const filters = page.getByRole("form", { name: "筛选项目" });
      await filters.getByLabel("企业").selectOption({ label: "光启" });
      await filters.getByRole("button", { name: "筛选" }).click();
      await expect(page).toHaveURL(/stage=signed/);
      await expect(page).toHaveURL(/enterprise=kuangchi/);
      const rows = page.getByRole("table").locator("tbody tr");
      await expect(rows).toHaveCount(4);
      await page.reload();
      await expect(filters.getByLabel("企业")).toHaveValue("kuangchi");
      await expect(rows).toHaveCount(4);
      await page.goBack();
      await expect(page).toHaveURL(/\/projects\?stage=signed$/);
      await expect(rows).toHaveCount(13);
    });

    test("what the address asks for wrongly is left out and mentioned, what nothing fits says so", async ({
      page,
    }) => {
      await page.goto("/projects?stage=built&enterprise=kuangchi");
      await expect(page.getByRole("status").first()).toContainText("网址里的条件“阶段”不能识别");
      await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(4);

      await page.goto("/projects?q=nothing-like-it&stage=signed");
      await expect(page.getByText("没有符合条件的项目")).toBeVisible();
      await page.getByRole("link", { name: "去掉“nothing-like-it”" }).click();
      await expect(page.getByRole("table").locator("tbody tr")).toHaveCount(13);
    });

    test("what does not exist is a true 404 with a way on", async ({ page }) => {
      for (const path of ["/no-such-page", "/projects/P2015-99", "/enterprises/nobody", "/zh/about"]) {
        const response = await page.goto(path);
        expect(response?.status()).toBe(404);
        await expect(page.getByRole("heading", { level: 1 })).toContainText("没有这一页");
      }
      await page.getByRole("link", { name: /首页/ }).first().click();
      await expect(page).toHaveURL(`${facts.url}/`);
    });

    test("an enterprise's page has its own and its joint projects", async ({ page }) => {
      await page.goto("/enterprises");
      await page.getByRole("main").getByRole("link", { name: /中兴/ }).first().click();
      await expect(page).toHaveURL(/\/enterprises\/zte$/);
      await expect(page.getByRole("link", { name: "中兴大数据中心", exact: true })).toBeVisible();
      await expect(page.getByRole("main")).toContainText("共同投资");
    });
  });
}

test("the keyboard alone goes past the navigation to the content", async ({ page }) => {
  await page.goto(`${facts.url}/projects`);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到主要内容" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
  expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe("none");
});
