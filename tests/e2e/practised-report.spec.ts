import { expect, type Page, test } from "@playwright/test";
import { countInteractions } from "../support/interactions";
import { demo, enterDemoAs } from "../support/sites";

const mostInteractions = 12;
const code = "P2015-13";
const form = `/staff/projects/${code}/report`;
const question = "正文写到施工，阶段仍是签约。填开工日期，或说明原因。";

async function publishOneReport(author: Page, reviewer: Page): Promise<void> {
  await enterDemoAs(author, "zhuanyuan");
  await author.goto(demo.url + form);
  await author.getByLabel("填报月份").selectOption("2017-04");
  await author.getByLabel("形象进度").fill("20");
  await author.getByLabel("累计到位资金").fill("3000");
  await author.getByLabel("累计完成投资").fill("2500");
  await author.getByLabel("本期进展").fill("完成选址，正在办理用地手续。");
  await author.getByLabel("下一步").fill("办完用地预审");
  await author.getByRole("button", { name: "检查并提交" }).click();
  await author.getByRole("button", { name: "提交审核" }).click();
  await expect(author.getByRole("heading", { level: 1 })).toHaveText("已提交，等待审核");
  await enterDemoAs(reviewer, "shenhe");
  await reviewer.goto(`${demo.url}/staff/review`);
  await reviewer
    .getByRole("listitem")
    .filter({ hasText: code })
    .filter({ hasText: "2017 年 4 月" })
    .getByRole("link", { name: /^审核/ })
    .click();
  await reviewer.getByLabel("发布，公众可见").check();
  await reviewer.getByRole("button", { name: "提交决定" }).click();
  await expect(reviewer.getByRole("status")).toContainText("已发布");
}

test("a practised person hands in a monthly report with two figures in twelve interactions", async ({
  page,
  browser,
}) => {
  test.slow();
  const reviewer = await browser.newPage();
  await test.step("last month's report is published", () => publishOneReport(page, reviewer));
  await reviewer.close();

  await page.goto(`${demo.url}/staff`);
  const { field, button, link, log } = countInteractions(page);
  await link(page.locator(`a[href="${form}"]`).first(), "填报").click();
  await button("沿用上期").click();
  await expect(page.getByLabel("累计完成投资")).toHaveValue("2,500");
  await field("形象进度").fill("25");
  await field("累计到位资金").fill("3200");
  await field("本期进展").fill("用地预审通过，完成勘察和初步设计。");
  await button("检查并提交").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("提交前再看一遍");
  await expect(page.getByRole("region", { name: "公众看不到" })).toContainText("3,200 万元");
  await expect(page.getByRole("region", { name: "公众看不到" })).toContainText("2,500 万元");
  await expect(page.getByRole("region", { name: "公众看不到" })).toContainText("办完用地预审");
  await button("提交审核").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("已提交，等待审核");
  await expect(page.getByRole("main")).toContainText("编号");
  await expect(page.getByRole("main")).toContainText("审核员");
  expect(log()).toHaveLength(7);
  expect(log().length).toBeLessThanOrEqual(mostInteractions);
});

test("a text about construction asks while it is typed, and takes a date or a reason", async ({ page }) => {
  test.slow();
  await enterDemoAs(page, "zhuanyuan");
  await page.goto(demo.url + form);
  await page.getByLabel("填报月份").selectOption("2017-03");
  const asked = page.getByRole("group", { name: question });
  const summary = page.getByLabel("本期进展");
  await expect(asked).toBeHidden();
  await summary.fill("取得施工许可证，计划下月开工。");
  await expect(asked).toBeHidden();
  await summary.pressSequentially("场地平整，土建施工到一层。");
  await expect(asked).toBeVisible();
  await page.getByLabel("进入在建").check();
  await expect(asked).toBeHidden();
  await page.getByLabel(/没有，仍是签约/).check();

  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "要修改" })).toContainText(question);
  await asked.getByLabel("开工日期").fill("2017年5月");
  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "要修改" })).toContainText("请附依据");
  await asked.getByLabel("开工日期").fill("");
  await asked.getByLabel("原因").fill("是园区配套道路的施工");
  await page.getByRole("button", { name: "检查并提交" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("提交前再看一遍");
  await expect(page.getByRole("region", { name: "公众看不到" })).toContainText("是园区配套道路的施工");
  await page.getByRole("link", { name: "回去修改" }).click();
  await expect(summary).toHaveValue(/土建施工到一层/);
  await expect(asked.getByLabel("原因")).toHaveValue("是园区配套道路的施工");
  await page.getByText("丢弃草稿").click();
  await page.getByRole("button", { name: "确认丢弃" }).click();
  await expect(summary).toHaveValue("");
});
