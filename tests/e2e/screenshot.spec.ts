import fs from "node:fs";
import { expect, test } from "@playwright/test";
import { facts } from "../support/sites";

const mostBytes = 250 * 1024;
/** The README's picture is made anew only when asked for, so that a test run leaves the clone clean. */
const file = process.env.UPDATE_SCREENSHOT ? "docs/screenshot.png" : "tests/results/screenshot.png";

test("the picture of the README shows the home page", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 790 });
  await page.goto(`${facts.url}/`, { waitUntil: "networkidle" });
  await page.screenshot({ path: file });
  expect(fs.statSync(file).size).toBeLessThanOrEqual(mostBytes);
});
