import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectFitForEveryone } from "../support/page-checks";
import { demo, enterDemoAs } from "../support/sites";

const name = "遵义示例冷链园";

async function pageOf(browser: Browser, who: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url });
  const page = await context.newPage();
  await enterDemoAs(page, who);
  return page;
}

const row = (page: Page, kind: "节点" | "承诺事项", number: number) =>
  page.getByRole("group", { name: `${kind} ${number}`, exact: true });

async function giveGrounds(page: Page, evidence: string, on: string): Promise<void> {
  await page.getByLabel("依据的种类").selectOption("document");
  await page.getByLabel("依据的日期").fill(on);
  await page.getByRole("textbox", { name: "依据", exact: true }).fill(evidence);
}

/** From the form by way of the check page to a reviewer who publishes. */
async function handInAndPublish(author: Page, reviewer: Page, title: string): Promise<void> {
  await author.getByRole("button", { name: "检查并提交" }).click();
  await expect(author.getByRole("button", { name: "提交审核" })).toBeVisible();
  await expectFitForEveryone(author);
  await author.getByRole("button", { name: "提交审核" }).click();
  await expect(author.getByRole("heading", { level: 1 })).toContainText("已提交");
  await reviewer.goto("/staff/review");
  await reviewer
    .getByRole("listitem")
    .filter({ hasText: title })
    .getByRole("link", { name: /^审核/ })
    .click();
  await expect(reviewer.getByLabel("发布，公众可见")).toBeVisible();
  await expectFitForEveryone(reviewer);
  await reviewer.getByLabel("发布，公众可见").check();
  await reviewer.getByRole("button", { name: "提交决定" }).click();
  await expect(reviewer.getByRole("status")).toContainText("已发布");
}

test("a project goes from nothing to the public, and its deadline moves with a reason", async ({
  browser,
  page,
}) => {
  test.slow();
  const author = await pageOf(browser, "zhuanyuan");
  const reviewer = await pageOf(browser, "shenhe");

  await test.step("what is missing is said at its field, and all that was typed stays", async () => {
    await author.goto("/staff/register/project/new");
    await author.getByLabel("项目名称").fill(name);
    await author.getByRole("button", { name: "检查并提交" }).click();
    const errors = author.getByRole("alert").filter({ hasText: "要修改" });
    await expect(errors).toBeFocused();
    await expect(author.getByLabel("项目名称")).toHaveValue(name);
  });
  await test.step("the usual milestones come with one button, a commitment with its row", async () => {
    await author.getByLabel("工程").check();
    await author.getByLabel("项目内容").fill("建设冷库和分拣车间。");
    await author.getByLabel("企业 1").fill("遵义冷链示例公司");
    await author.getByLabel("协议未明的原因").fill("合同没有写明");
    await author.getByLabel("落户地").fill("新蒲新区");
    await author.getByLabel("计划总投资").fill("１２，０００");
    await expect(author.getByText("1.2 亿元")).toBeVisible();
    await author.getByLabel("签约日期").fill("2017年5月20日");
    await author.getByRole("button", { name: "加前期手续的 8 个节点" }).click();
    await expect(row(author, "节点", 8).getByLabel("节点")).toHaveValue("达产");
    await row(author, "节点", 2).getByLabel("时限").fill("2017-09");
    await row(author, "节点", 6).getByLabel("时限").fill("2018 年");
    const first = row(author, "承诺事项", 1);
    await first.getByLabel("承诺什么").fill("冷库");
    await first.getByLabel("目标值").fill("50,000");
    await first.getByLabel("单位").fill("立方米");
    await giveGrounds(author, "投资合同第 2 条", "2017-05-20");
    await expectFitForEveryone(author);
    await handInAndPublish(author, reviewer, name);
  });

  await page.goto(`${demo.url}/projects?q=${encodeURIComponent("zysllly")}`);
  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const code = page.url().split("/").at(-1) ?? "";
  await test.step("the public reads it, with what it rests on", async () => {
    expect(code).toMatch(/^P2017-\d\d$/);
    await expect(page.locator(".lead")).toContainText(
      "据 2017-05-20 的登记材料：建设冷库和分拣车间；还没有填报。",
    );
    await expect(page.getByRole("table", { name: /节点/ })).toContainText("立项备案");
    await expect(page.getByRole("table", { name: /承诺/ })).toContainText("50,000 立方米");
    await page.getByRole("link", { name: "登记", exact: true }).first().click();
    await expect(page).toHaveURL(/#change-\d+$/);
    await expect(page.locator("li:target")).toContainText("文件或批复：投资合同第 2 条（2017-05-20）");
    await expectFitForEveryone(page);
  });

  await test.step("its page for staff says what the next stage lacks", async () => {
    await author.goto(`/staff/projects/${code}`);
    await expect(author.getByRole("region", { name: "推进到下一阶段" })).toContainText("还缺 1 项");
    await expect(author.getByRole("region", { name: "推进到下一阶段" })).toContainText("责任单位");
    await expectFitForEveryone(author);
    await author.getByRole("link", { name: "变更登记" }).click();
  });
  await test.step("a deadline does not move without a reason, nor go away", async () => {
    const filing = row(author, "节点", 2);
    await filing.getByLabel("时限").fill("");
    await author.getByLabel("变更：情况变了").check();
    await author.getByLabel("为什么改").fill("选址调整");
    await giveGrounds(author, "变更函", "2017-06-20");
    await author.getByRole("button", { name: "检查并提交" }).click();
    await expect(filing).toContainText("时限可以改，不能删");
    await filing.getByLabel("时限").fill("2017-12");
    await author.getByRole("button", { name: "检查并提交" }).click();
    await expect(filing).toContainText("请写明原因");
    await filing.getByLabel("调整原因").fill("换了地块，重新报批");
    await handInAndPublish(author, reviewer, name);
  });
  await test.step("the public sees the old and the new deadline, and why", async () => {
    await page.goto(`${demo.url}/projects/${code}`);
    const filed = page.getByRole("row", { name: /立项备案/ }).first();
    await expect(filed).toContainText("2017-09");
    await expect(filed).toContainText("2017-12");
    await expect(filed).toContainText("换了地块，重新报批");
    await expect(page.locator("#changes")).toContainText("选址调整");
  });
});

test("rows and the usual milestones are added without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: demo.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await enterDemoAs(page, "zhuanyuan");
  await page.goto("/staff/register/project/P2015-12");
  const before = await page.getByRole("group", { name: /^节点 \d+$/ }).count();
  await page.getByRole("button", { name: "加一个节点" }).click();
  await expect(page.getByRole("group", { name: /^节点 \d+$/ })).toHaveCount(before + 1);
  await page.getByRole("button", { name: "加前期手续的 8 个节点" }).click();
  await expect(page.getByRole("group", { name: /^节点 \d+$/ })).toHaveCount(before + 8);
  await expect(row(page, "节点", before + 7).getByLabel("节点")).toHaveValue("达产");
});
