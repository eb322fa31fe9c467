import { expect, test } from "@playwright/test";
import { demo, fillSignIn, signInToDemo } from "../support/sites";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the auditor lands on the audit, finds a refused attempt and checks the chain", async ({
      page,
      browser,
    }) => {
      const intruder = await browser.newPage();
      await signInToDemo(intruder, "zhuanyuan");
      expect((await intruder.goto(`${demo.url}/staff/audit`))?.status()).toBe(403);
      await intruder.close();

      await page.goto(`${demo.url}/sign-in`);
      await fillSignIn(page, "shenji", demo.password);
      await expect(page).toHaveURL(/\/staff\/audit$/);
      await page.getByLabel("操作人").fill("zhuanyuan");
      await page.getByLabel("结果").selectOption("被拒绝");
      await page.getByRole("button", { name: "筛选" }).click();
      await expect(page).toHaveURL(/person=zhuanyuan/);
      await expect(page.getByRole("row").nth(1)).toContainText("试图使用页面 /staff/audit，被拒绝");

      await page.getByRole("button", { name: "核对链条" }).click();
      await expect(page.getByRole("status").filter({ hasText: "链条完整" })).toBeVisible();
      await page.goto(`${demo.url}/staff/audit?kind=audit`);
      await expect(page.getByRole("row").nth(1)).toContainText(/核对了审计链条（\d+ 条，完整）。/);
    });
  });
}
