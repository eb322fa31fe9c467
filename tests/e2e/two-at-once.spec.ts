import { expect, type Page, test } from "@playwright/test";
import { expectFitForEveryone } from "../support/page-checks";
import { demo, enterDemoAs } from "../support/sites";

const summary = (page: Page) => page.getByLabel("本期进展");
const percent = (page: Page) => page.getByLabel("形象进度");
const saved = (page: Page) => page.getByText(/已保存 \d\d:\d\d/);

async function discard(page: Page): Promise<void> {
  await page.getByText("丢弃草稿").click();
  await page.getByRole("button", { name: "确认丢弃" }).click();
  await expect(summary(page)).toHaveValue("");
}

test("of two windows on one form the author chooses field by field", async ({ context }) => {
  test.slow();
  const form = `${demo.url}/staff/projects/P2015-01/report`;
  const first = await context.newPage();
  await enterDemoAs(first, "zhuanyuan");
  await first.goto(form);
  const second = await context.newPage();
  await second.goto(form);

  await percent(first).fill("61");
  await summary(first).fill("甲窗口写的进展，平台上线。");
  await expect(saved(first)).toBeVisible();
  await summary(second).fill("乙窗口写的进展，平台测试。");
  const choice = second.getByRole("alert").filter({ hasText: "在别的窗口改过" });
  await expect(choice).toBeVisible();
  await expect(second.locator(".actions")).toContainText("未保存");
  await test.step("nothing is overwritten, and what this window did not change comes from the other", async () => {
    await expect(choice.getByRole("group", { name: "形象进度" }).getByLabel("已保存的：61")).toBeChecked();
    await expect(choice.getByRole("group", { name: "本期进展" }).getByLabel(/这里填的/)).toBeChecked();
    await summary(second).pressSequentially("选之前又写的。");
    await first.reload();
    await expect(summary(first)).toHaveValue("甲窗口写的进展，平台上线。");
  });
  await expectFitForEveryone(second);
  await choice.getByRole("button", { name: "按所选保存" }).click();
  await expect(choice).toBeHidden();
  await expect(saved(second)).toBeVisible();
  await expect(percent(second)).toHaveValue("61");
  await expect(summary(second)).toHaveValue("乙窗口写的进展，平台测试。选之前又写的。");

  await first.reload();
  await expect(summary(first)).toHaveValue("乙窗口写的进展，平台测试。选之前又写的。");
  await summary(second).fill("又改了一次。");
  await expect(saved(second)).toBeVisible();
  await summary(first).fill("甲窗口再写。");
  await expect(first.getByRole("alert").filter({ hasText: "在别的窗口改过" })).toBeVisible();
  await first.getByLabel(/已保存的：又改了一次/).check();
  await first.getByRole("button", { name: "按所选保存" }).click();
  await expect(summary(first)).toHaveValue("又改了一次。");
  await expect(saved(first)).toBeVisible();
  await discard(first);
});

test("without JavaScript the same choice stands in the page", async ({ browser }) => {
  test.slow();
  const form = `${demo.url}/staff/projects/P2015-01/report`;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const first = await context.newPage();
  await enterDemoAs(first, "zhuanyuan");
  await first.goto(form);
  const second = await context.newPage();
  await second.goto(form);
  await summary(first).fill("先存的一段进展。");
  await first.getByRole("button", { name: "存草稿" }).click();
  await expect(first.getByRole("status")).toContainText("草稿已保存");
  await summary(second).fill("后存的一段进展。");
  await second.getByRole("button", { name: "存草稿" }).click();
  await second.getByLabel("已保存的：先存的一段进展。").check();
  await second.getByRole("button", { name: "按所选保存" }).click();
  await expect(summary(second)).toHaveValue("先存的一段进展。");
  await expect(saved(second)).toBeVisible();
  await discard(second);
  await context.close();
});
