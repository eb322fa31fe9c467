import { readFile } from "node:fs/promises";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectFitForEveryone } from "../support/page-checks";
import { demo, enterDemoAs } from "../support/sites";
import { workbookOf } from "../support/workbook-file";

const summary = "厂房主体完工，第 1 条生产线进场。";

async function pageOf(browser: Browser, name: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url, ...options });
  const page = await context.newPage();
  await enterDemoAs(page, name);
  return page;
}

async function upload(page: Page, rows: (string | null)[][]): Promise<void> {
  await page.goto("/staff/import");
  const buffer = await workbookOf(rows);
  await page.getByLabel("Excel 文件").setInputFiles({ name: "导入.xlsx", mimeType: "", buffer });
  await page.getByRole("button", { name: "上传并预览" }).click();
}

const project = (code: string | null, name: string, type = "工程") => [
  code,
  name,
  type,
  "建设一座算力中心。",
  "云谷科技",
  "2016-03-01",
];
const heading = ["项目编号", "项目名称", "类型", "项目内容", "企业", "签约日期"];

test("the sheets can be downloaded, and open as workbooks", async ({ browser }) => {
  const page = await pageOf(browser, "zhuanyuan");
  await page.goto("/staff/import");
  await expectFitForEveryone(page);
  for (const [role, name, file] of [
    ["button", "下载填报表", /^月度填报 \d{4}-\d\d\.xlsx$/],
    ["link", "下载现有台账", /^项目台账 .*修改用\.xlsx$/],
    ["link", "下载空模板", /^项目台账 空模板\.xlsx$/],
  ] as const) {
    const downloading = page.waitForEvent("download");
    await page.getByRole(role, { name }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(file);
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe("PK");
  }
});

test("new projects go from a workbook by a preview and a reviewer into the register", async ({ browser }) => {
  test.slow();
  const author = await pageOf(browser, "zhuanyuan");
  await upload(author, [
    heading,
    project(null, "云谷一期"),
    project(null, "云谷二期", "大工程"),
    project(null, "云谷三期"),
  ]);
  await expect(author.getByRole("heading", { level: 1 })).toHaveText("项目台账导入预览");
  const rows = author.getByRole("table", { name: "逐行预览" });
  await expect(rows.getByRole("row", { name: /云谷二期/ })).toContainText("C 列 类型 “大工程”：只能填");
  await expect(rows.getByRole("row", { name: /云谷一期/ })).toContainText("会随项目登记为新企业");
  await expectFitForEveryone(author);

  await author.getByLabel("提交第 4 行，云谷三期").uncheck();
  await author.getByRole("button", { name: "提交勾选的行" }).click();
  const errors = author.getByRole("alert").filter({ hasText: "要修改" });
  await expect(errors).toBeFocused();
  await author.getByLabel("依据的种类").selectOption({ label: "文件或批复" });
  await author.getByLabel("依据的日期").fill("2016/3/1");
  await author.getByLabel("依据", { exact: true }).fill("备案文件");
  await expect(author.getByLabel("提交第 4 行，云谷三期")).not.toBeChecked();
  await author.getByRole("button", { name: "提交勾选的行" }).click();
  await expect(author.getByRole("status")).toContainText("勾选的行已提交");
  await expect(rows.getByRole("row", { name: /云谷一期/ })).toContainText("已提交，编号");
  await expect(rows.getByRole("row", { name: /云谷三期/ })).not.toContainText("已提交");

  const reviewer = await pageOf(browser, "shenhe");
  await reviewer.goto("/staff/review");
  await reviewer.getByRole("link", { name: /^一起审核/ }).click();
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText("审核一批导入：1 项待审核");
  await expectFitForEveryone(reviewer);
  await reviewer.getByRole("button", { name: "全部发布 1 项" }).click();
  await expect(reviewer.getByRole("status")).toContainText("已发布");
  await reviewer.goto("/projects?q=云谷一期");
  await expect(reviewer.getByRole("main")).toContainText("云谷科技");

  await upload(author, [heading, project(null, "云谷一期")]);
  await expect(author.getByText("1 行没有变化")).toBeVisible();
});

test("a report is handed in from a workbook without JavaScript", async ({ browser }) => {
  const page = await pageOf(browser, "zhuanyuan", { javaScriptEnabled: false });
  const names = ["项目编号", "填报月份", "本期无变化", "本期进展"];
  await upload(page, [names, ["P2015-11", "2016-12", "否", summary]]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("月度填报导入预览");
  await page.getByRole("button", { name: "整份提交 1 行" }).click();
  await expect(page.getByRole("status")).toContainText("整份已提交");
});

test("a file that is no workbook is refused in words", async ({ browser }) => {
  const page = await pageOf(browser, "zhuanyuan");
  await page.goto("/staff/import");
  const file = { name: "表.xlsx", mimeType: "", buffer: Buffer.from("编号,名称") };
  await page.getByLabel("Excel 文件").setInputFiles(file);
  await page.getByRole("button", { name: "上传并预览" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "要修改" })).toContainText("这不是 Excel 工作簿");
  await page.getByRole("link", { name: "重新上传" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("导入");
});
