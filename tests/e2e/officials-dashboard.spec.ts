import { expect, type Page, test } from "@playwright/test";
import { demo, enterDemoAs, facts } from "../support/sites";

const open = (page: Page, site: { url: string }, asOf?: string) =>
  page.goto(`${site.url}/dashboard${asOf ? `?asOf=${asOf}` : ""}`);

test("on the first day it says what is not known, and how to begin", async ({ page }) => {
  await open(page, facts);
  await expect(page.getByText(/14 个项目都待核实（0\/14）/)).toBeVisible();
  await expect(page.getByText("2015-08-10 以后没有记录。", { exact: false }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /发起现状核实/ })).toBeVisible();
  await expect(page.getByText("1/14").first()).toBeVisible();
  await expect(page.getByText("7.14%").first()).toBeVisible();
});

test("a day in the address is the day that is counted for", async ({ page, request }) => {
  const days = {
    "2014-12-31": { total: 1, stages: { signed: 0, under_construction: 0, operating: 1 } },
    "2015-08-10": { total: 14, stages: { signed: 13, under_construction: 0, operating: 1 } },
  };
  for (const [day, counts] of Object.entries(days)) {
    await open(page, facts, day);
    await expect(page.getByText(`累计签约 ${counts.total} 个`, { exact: false }).first()).toBeVisible();
    await expect(page.getByLabel("统计日", { exact: false })).toHaveValue(day);
    const stats = await (await request.get(`${facts.url}/api/v1/stats?asOf=${day}`)).json();
    expect(stats).toMatchObject({ asOf: day, ...counts });
  }
  await open(page, facts, "2015-02-30");
  await expect(page.getByRole("status").first()).toBeVisible();
});

test("the table beside a chart says what the chart draws", async ({ page }) => {
  await open(page, facts);
  const stages = page.locator("#stages");
  await expect(stages.locator("svg").first()).toBeVisible();
  await stages.getByText("查看数据表").click();
  const cells = await stages
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim())));
  expect(cells).toEqual([
    [expect.stringContaining("2014-12-31"), "0", "0", "1"],
    [expect.stringContaining("2015-08-10"), "13", "0", "1"],
    [expect.stringContaining("2015-08-10 以后"), "没有记录"],
  ]);
  await expect(stages.locator("svg").first()).toContainText("已签约 13");
  await expect(stages.locator("svg").first()).toContainText("没有记录");
});

test("lights, lateness and problems are for officials alone", async ({ page }) => {
  const internal = page.getByRole("heading", { name: /^(节点灯|滞后的节点|待协调的问题|断报的单位)/ });
  await open(page, demo);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(internal).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("灯");

  await enterDemoAs(page, "lingdao");
  await open(page, demo);
  await expect(internal).toHaveCount(4);
  await expect(page.getByText(/[1-9]\d* 个项目滞后，最长 \d+ 天/).first()).toBeVisible();
  await expect(
    page.getByText(/^最近来源 \d{4}-\d\d-\d\d，最近填报 2017-\d\d-\d\d｜统计日 2017-06-30$/),
  ).toBeVisible();
});
