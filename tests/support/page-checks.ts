import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import { HtmlValidate } from "html-validate";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const allRules: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
};
/** What another colour scheme of the same page can break. */
const colourRules: RunOptions = {
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/** What axe finds wrong, one line for each element; `colours` looks at these alone. */
async function axeViolations(page: Page, { colours = false } = {}): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(`window.axe ?? (() => { ${axeSource} })()`);
  const options = JSON.stringify({ ...(colours ? colourRules : allRules), resultTypes: ["violations"] });
  const { violations } = await page.evaluate<AxeResults>(`window.axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
  );
}

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  // React gives a form whose action is a function an empty one, which every browser takes for this page.
  elements: ["html5", { form: { attributes: { action: { enum: ["/.*/"] } } } }],
});

/** What is not valid HTML in what the server sent, one line for each place. */
export async function htmlErrors(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? "?"})`),
  );
}

/** How far the page scrolls sideways; 0 where it fits. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

const widths = { desktop: 1280, phone: 360, smallestPhone: 320, desktopAt200Percent: 640 } as const;

/** No accessibility problem and no sideways scroll: light and dark, from the desktop to the smallest phone. */
export async function expectFitForEveryone(page: Page): Promise<void> {
  for (const width of Object.values(widths)) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await sidewaysScroll(page), `${width} px`).toBe(0);
    if (width !== widths.desktop && width !== widths.phone) continue;
    // The whole page in one window: a bar that sticks to its end covers what only has to be scrolled.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    expect.soft(await axeViolations(page), `${width} px, light`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await axeViolations(page, { colours: true }), `${width} px, dark`).toEqual([]);
  }
}

/** Printed without navigation; `withFigures`: under a line that says when, and how old its figures are. */
export async function expectFitForPaper(page: Page, { withFigures = false } = {}): Promise<void> {
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await expect.soft(page.locator("header.mast, nav, footer").filter({ visible: true })).toHaveCount(0);
  if (!withFigures) return;
  const line = page.locator("p.print-only");
  await expect.soft(line).toBeVisible();
  await expect.soft(line).toContainText(/打印时间 \d{4}-\d\d-\d\d \d\d:\d\d.*最近(来源|填报).*统计日/);
}

/** Listens from before the page is opened; the result tells what its console complained about so far. */
export function watchConsole(page: Page): () => string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return () => complaints;
}

/** Listens from before the page is opened; the result is what its scripts weigh, in bytes of gzip. */
export function weighScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** The headers that every page of ours has. */
export function expectSecurityHeaders(headers: Record<string, string>): void {
  const policy = headers["content-security-policy"] ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  expect(scripts).toContain("'self'");
  expect(scripts).not.toContain("unsafe");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
  });
}
