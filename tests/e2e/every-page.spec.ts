import { expect, type Page, test } from "@playwright/test";
import {
  axeViolations,
  expectSecurityHeaders,
  htmlErrors,
  sidewaysScroll,
  watchConsole,
  weighScripts,
} from "../support/page-checks";
import { demo, enterDemoAs, facts } from "../support/sites";
import { type Visit, visits } from "../support/visits";

const sites = { facts, demo };
const kilobytes = 1024;
/** 360 px is a phone, 320 px the smallest, 640 px what is left of 1280 px at 200 %. */
const narrowWidths = [640, 320] as const;

const everyVisit: Visit[] = Object.values(visits).flat();

for (const visit of everyVisit) {
  test(`${visit.path} for ${visit.as ?? "anybody"} on the ${visit.site} is fit for everyone`, async ({ page }) => {
    if (visit.as) await enterDemoAs(page, visit.as);
    const complaints = watchConsole(page);
    const scriptWeight = weighScripts(page);
    const response = await page.goto(`${sites[visit.site].url}${visit.path}`, { waitUntil: "networkidle" });
    expect(response?.status()).toBe(200);
    expectSecurityHeaders((await response?.allHeaders()) ?? {});
    expect.soft(await htmlErrors((await response?.text()) ?? "")).toEqual([]);
    await expect.soft(page.locator("h1")).toHaveCount(1);
    expect.soft(await page.locator("nav[aria-label=所在位置]").count()).toBe(visit.path === "/" || isTop(visit) ? 0 : 1);
    await expectFitInEveryForm(page);
    await expectReadableOnPaper(page);
    expect.soft(complaints()).toEqual([]);
    expect.soft(await scriptWeight()).toBeLessThanOrEqual(weightLimit(visit.path));
  });
}

/** Pages that are themselves the top of their area. */
function isTop({ path }: Visit): boolean {
  return ["/dashboard", "/sign-in", "/staff", "/staff/review", "/staff/account"].includes(path);
}

function weightLimit(path: string): number {
  return (path.startsWith("/dashboard") ? 250 : 150) * kilobytes;
}

async function expectFitInEveryForm(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: "light" });
    expect.soft(await axeViolations(page), `${width} px, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await axeViolations(page, { colours: true }), `${width} px, dark`).toEqual([]);
    expect.soft(await sidewaysScroll(page), `${width} px`).toBe(0);
  }
  for (const width of narrowWidths) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await sidewaysScroll(page), `${width} px`).toBe(0);
  }
}

async function expectReadableOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  for (const part of await page.locator("header.mast, nav, footer").all()) await expect.soft(part).toBeHidden();
  const heading = page.locator(".print-only").first();
  await expect.soft(heading).toBeVisible();
  await expect.soft(heading).toContainText(/打印时间 \d{4}-\d\d-\d\d \d\d:\d\d/);
  await expect.soft(heading).toContainText(/最近(来源|填报).*统计日/);
}

test("every page has a title of its own", async ({ request }) => {
  const titles = await Promise.all(
    everyVisit
      .filter(({ site, as }) => site === "facts" && !as)
      .map(async ({ path }) => {
        const html = await (await request.get(facts.url + path)).text();
        return { path: path.replace(/\?.*/, ""), title: /<title>([^<]*)<\/title>/.exec(html)?.[1] };
      }),
  );
  const paths = new Set(titles.map(({ path }) => path));
  expect(new Set(titles.map(({ title }) => title)).size).toBe(paths.size);
  for (const { title } of titles) expect(title).toMatch(/ · 遵义招商项目跟踪$/);
});
