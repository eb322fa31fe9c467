import { type Browser, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { pdf, photo } from "../support/attached-files";
import { expectFitForEveryone, htmlErrors } from "../support/page-checks";
import { demo, enterDemoAs } from "../support/sites";

type Upload = { name: string; mimeType: string; buffer: Buffer };

async function uploadOf(
  file: ReturnType<typeof pdf> | ReturnType<typeof photo>,
  mimeType: string,
): Promise<Upload> {
  const { name, bytes } = await file;
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

async function pageOf(browser: Browser, name: string | null, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url, javaScriptEnabled });
  const page = await context.newPage();
  if (name) await enterDemoAs(page, name);
  return page;
}

const summary = "平台新接入 3 个单位，机房扩容完成。";
const caption = "扩容后的机房，二层东侧";
const rows = (page: Page) => page.locator(".attachments > li");

async function choose(page: Page, files: Upload[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "添加照片或文件" }).click();
  await (await choosing).setFiles(files);
}

test("a photo goes from the form by its reviewer to the public, without the place where it was taken", async ({
  browser,
  request,
}) => {
  test.slow();
  const code = "P2015-06";
  const photograph = await uploadOf(photo("机房.jpg"), "image/jpeg");
  expect((await sharp(photograph.buffer).metadata()).exif?.includes("SecretCam")).toBe(true);

  const author = await pageOf(browser, "zhuanyuan");
  await test.step("files are added while what is typed stays, and what is not taken says why", async () => {
    await author.goto(`/staff/projects/${code}/report`);
    await author.getByLabel("本期进展").fill(summary);
    const wrong = { name: "改名.jpg", mimeType: "image/jpeg", buffer: Buffer.from("<script>") };
    await choose(author, [photograph, wrong, await uploadOf(pdf("验收单.pdf", "e2e"), "application/pdf")]);
    await expect(rows(author)).toHaveCount(2);
    await expect(author.getByRole("alert").filter({ hasText: "改名.jpg" })).toContainText("扩展名对不上");
    await expect(author.getByLabel("本期进展")).toHaveValue(summary);
    await author.getByLabel(/^照片里是什么/).fill(caption);
    await author.getByLabel(/^照片里是什么/).press("Enter");
    await expect(author.getByText("说明已保存")).toBeVisible();
    await expect(author.getByText(/已保存 \d\d:\d\d/)).toBeVisible();
    await expectFitForEveryone(author);
  });
  await test.step("they are there again in another window", async () => {
    await author.reload();
    await expect(rows(author)).toHaveCount(2);
    await expect(author.getByLabel(/^照片里是什么/)).toHaveValue(caption);
    await expect(author.getByLabel("本期进展")).toHaveValue(summary);
    await rows(author).filter({ hasText: "验收单.pdf" }).getByRole("button", { name: "删去" }).click();
    await expect(rows(author)).toHaveCount(1);
    await choose(author, [await uploadOf(pdf("验收单.pdf", "e2e"), "application/pdf")]);
    await expect(rows(author)).toHaveCount(2);
  });
  await test.step("the author sees them once more before handing in", async () => {
    await author.getByRole("button", { name: "检查并提交" }).click();
    await expect(author.getByRole("heading", { level: 1 })).toHaveText("提交前再看一遍");
    const panel = author.getByRole("region", { name: "照片和文件" });
    await expect(panel.getByRole("img", { name: caption })).toBeVisible();
    await expect(panel.getByRole("link", { name: "验收单.pdf" })).toBeVisible();
    await expectFitForEveryone(author);
    await author.getByRole("button", { name: "提交审核" }).click();
    await expect(author.getByRole("heading", { level: 1 })).toHaveText("已提交，等待审核");
  });

  const reviewer = await pageOf(browser, "shenhe");
  let photoPath = "";
  let filePath = "";
  await test.step("only insiders see them before they are published", async () => {
    await reviewer.goto("/staff/review");
    await reviewer
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: /^审核/ })
      .click();
    const panel = reviewer.getByRole("region", { name: "照片和文件" });
    await expect(panel.getByRole("img", { name: caption })).toBeVisible();
    filePath = (await panel.getByRole("link", { name: "验收单.pdf" }).getAttribute("href")) ?? "";
    photoPath = (await panel.getByRole("link", { name: caption }).getAttribute("href")) ?? "";
    expect((await reviewer.request.get(filePath)).headers()["content-disposition"]).toMatch(/^attachment;/);
    expect((await request.get(demo.url + photoPath)).status()).toBe(404);
    expect(await (await request.get(`${demo.url}/projects/${code}`)).text()).not.toContain(photoPath);
    await expectFitForEveryone(reviewer);
  });
  await test.step("published, the photo is on the project's page and in its data, and the file is not", async () => {
    await reviewer.getByLabel("发布，公众可见").check();
    await reviewer.getByRole("button", { name: "提交决定" }).click();
    await expect(reviewer.getByRole("status")).toContainText("已发布");
    const visitor = await pageOf(browser, null);
    await visitor.addInitScript(countShifts);
    const response = await visitor.goto(`/projects/${code}`);
    expect(await htmlErrors((await response?.text()) ?? "")).toEqual([]);
    const shown = visitor.getByRole("img", { name: caption });
    await shown.scrollIntoViewIfNeeded();
    await expect(shown).toHaveJSProperty("complete", true);
    await expect(visitor.getByText(`2017 年 6 月，${caption}`)).toBeVisible();
    expect(await visitor.evaluate("window.shifts")).toBe(0);
    await expectFitForEveryone(visitor);
    const data = await (await request.get(`${demo.url}/api/v1/projects/${code}`)).json();
    expect(data.reports[0].photos).toEqual([
      { url: photoPath, thumbnailUrl: `${photoPath}?size=thumb`, width: 1000, height: 2000, caption },
    ]);
    expect((await request.get(demo.url + filePath)).status()).toBe(404);
  });
  await test.step("nothing of what the camera noted is left in it", async () => {
    for (const path of [photoPath, `${photoPath}?size=thumb`]) {
      const image = await (await request.get(demo.url + path)).body();
      const { exif, xmp, iptc } = await sharp(image).metadata();
      expect([exif, xmp, iptc]).toEqual([undefined, undefined, undefined]);
      for (const trace of ["Exif", "GPS", "SecretCam"]) expect(image.includes(trace)).toBe(false);
    }
  });
  await test.step("withdrawn, it is gone at the next request", async () => {
    await reviewer.goto("/staff/review");
    await reviewer
      .getByRole("listitem")
      .filter({ hasText: code })
      .getByRole("link", { name: /^查看/ })
      .first()
      .click();
    await reviewer.getByLabel("撤回原因").fill("照片里有人脸");
    await reviewer.getByRole("button", { name: "撤回" }).click();
    await expect(reviewer.getByRole("status")).toContainText("已撤回");
    expect((await request.get(demo.url + photoPath)).status()).toBe(404);
    expect(await (await request.get(`${demo.url}/projects/${code}`)).text()).not.toContain(photoPath);
  });
});

/** Runs in the page: adds up what moved while it was loaded. */
function countShifts() {
  const page = window as unknown as { shifts: number };
  page.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) page.shifts += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

test("photos and files are added, described and removed without JavaScript, and nothing typed is lost", async ({
  browser,
}) => {
  test.slow();
  const code = "P2015-08";
  const page = await pageOf(browser, "zhuanyuan", false);
  await page.goto(`/staff/projects/${code}/report`);
  await page.getByLabel("本期进展").fill(summary);
  await page.getByRole("button", { name: "添加照片或文件" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("照片和文件");
  await expect(page.getByText("还没有照片和文件")).toBeVisible();

  const heic = { name: "手机.heic", mimeType: "image/heic", buffer: Buffer.from("0000ftypheic") };
  await page.getByLabel("照片或文件", { exact: true }).setInputFiles(heic);
  await page.getByRole("button", { name: "上传" }).click();
  await expect(page.getByRole("alert")).toContainText("不收 HEIC 照片");
  await page
    .getByLabel("照片或文件", { exact: true })
    .setInputFiles(await uploadOf(photo("现场.jpg"), "image/jpeg"));
  await page.getByRole("button", { name: "上传" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByLabel(/^照片里是什么/).fill(caption);
  await page.getByRole("button", { name: "保存说明" }).click();
  await expect(page.getByLabel(/^照片里是什么/)).toHaveValue(caption);

  await page.getByRole("link", { name: "回到填报" }).click();
  await expect(page.getByLabel("本期进展")).toHaveValue(summary);
  await expect(rows(page)).toContainText(caption);
  await page.getByRole("button", { name: "添加照片或文件" }).click();
  await page.getByRole("button", { name: "删去" }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole("link", { name: "回到填报" }).click();
  await page.getByText("丢弃草稿").click();
  await page.getByRole("button", { name: "确认丢弃" }).click();
  await expect(page.getByLabel("本期进展")).toHaveValue("");
});
