import { defineConfig } from "@playwright/test";

/** Run by `npm test`, which starts the servers and names them and the browser in the environment. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "tests/results/e2e",
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Generous: these say that something never came, not that it was slow.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.E2E_URL,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
