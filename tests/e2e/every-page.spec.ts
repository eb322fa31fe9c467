import { expect, test } from "@playwright/test";
import {
  expectFitForEveryone,
  expectFitForPaper,
  expectSecurityHeaders,
  htmlErrors,
  watchConsole,
  weighScripts,
} from "../support/page-checks";
import { demo, enterDemoAs, facts } from "../support/sites";
import { type Visit, visits } from "../support/visits";

const sites = { facts, demo };
const kilobyte = 1024;
const everyVisit: Visit[] = Object.values(visits).flat();

for (const visit of everyVisit) {
  const { path, site, as, follow } = visit;
  const name = `${follow ? `what ${path} leads to` : path} for ${as ?? "anybody"}, ${site}`;
  test(`${name}: fit for everyone, valid, safe and light`, async ({ page }) => {
    test.slow();
    if (as) await enterDemoAs(page, as);
    await page.goto(`${sites[site].url}${path}`);
    if (follow) await page.getByRole("main").getByRole("link", { name: follow }).first().click();
    if (follow) await page.waitForURL((url) => url.pathname !== path);

    const complaints = watchConsole(page);
    const scriptWeight = weighScripts(page);
    const response = await page.reload({ waitUntil: "load" });
    expect(response?.status()).toBe(200);
    expectSecurityHeaders((await response?.allHeaders()) ?? {});
    expect.soft(await htmlErrors((await response?.text()) ?? "")).toEqual([]);
    await expect.soft(page.locator("h1")).toHaveCount(1);
    await expect.soft(page.getByRole("navigation", { name: "所在位置" })).toHaveCount(isTop(visit) ? 0 : 1);
    await expectFitForEveryone(page);
    await expectFitForPaper(page, { withFigures: !/^\/(staff|sign-in)/.test(path) });
    expect.soft(complaints()).toEqual([]);
    expect.soft(await scriptWeight()).toBeLessThanOrEqual(weightLimit(path) * kilobyte);
  });
}

/** Pages at the top of their area have no way back to show. */
function isTop({ path, follow }: Visit): boolean {
  return /^\/($|dashboard|sign-in|staff$|staff\/[a-z]+$)/.test(path.replace(/\?.*/, "")) && !follow;
}

/** Of the scripts in gzip, in KB: less where a public phone may be slow. */
function weightLimit(path: string): number {
  return /^\/(dashboard|staff)/.test(path) ? 250 : 150;
}

test("every page has a title of its own", async ({ request }) => {
  const publicPaths = everyVisit
    .filter(({ site, as, path }) => site === "facts" && !as && !path.includes("?"))
    .map(({ path }) => path);
  const titles = await Promise.all(
    publicPaths.map(async (path) => {
      const html = await (await request.get(facts.url + path)).text();
      return /<title>([^<]*)<\/title>/.exec(html)?.[1];
    }),
  );
  expect(new Set(titles).size).toBe(publicPaths.length);
  for (const title of titles) expect(title).toMatch(/. · 遵义招商项目跟踪$/);
});

const problems = [
  { path: "/no-such-page", as: undefined, status: 404, title: "没有这一页" },
  { path: "/staff/review", as: "zhuanyuan", status: 403, title: "没有权限" },
];

for (const { path, as, status, title } of problems) {
  test(`${status} is in Chinese, leads on and is fit for everyone`, async ({ page }) => {
    if (as) await enterDemoAs(page, as);
    const response = await page.goto(demo.url + path);
    expect(response?.status()).toBe(status);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    await expect(page.getByRole("link", { name: "回首页" })).toBeVisible();
    expectSecurityHeaders((await response?.allHeaders()) ?? {});
    await expectFitForEveryone(page);
  });
}
