import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, type BrowserServer, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seed } from "../../../scripts/app-database.mjs";
import { findBrowser } from "../../../scripts/browser.mjs";
import { migrate } from "../../../scripts/migrate.mjs";
import { removePostgres, startPostgres } from "../../../scripts/postgres.mjs";
import { runningPostmaster } from "../../../scripts/postgres-process.mjs";
import { type AppServer, startAppServer } from "../../support/app-server";
import { signIn } from "../../support/form-post";
import { pollUntil } from "../../support/poll";

const password = "Lantern-River-47";
const author = "zhuanyuan";
/** Projects of the demo whose June is still to be reported. */
const codes = { tab: "P2015-06", app: "P2015-07", database: "P2015-10" } as const;

let folder: string;
let postgres: { url: string; folder: string; stop: () => Promise<void> };
let app: AppServer;
let cookie: { name: string; value: string };
const servers: BrowserServer[] = [];

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "zunyi-entry-survives-"));
  postgres = await startPostgres({ dataDir: path.join(folder, "data") });
  await migrate(postgres.url);
  const database = { DATABASE_URL: postgres.url, DATABASE_DIRECT_URL: postgres.url };
  await seed({ ...process.env, ...database, DATASET: "demo", DEMO_PASSWORD: password });
  app = await startAppServer({ databaseUrl: postgres.url });
  const [name = "", value = ""] = (await signIn(app.url, author, password)).split("=");
  cookie = { name, value };
}, 300_000);

afterAll(async () => {
  for (const server of servers) await server.kill();
  await app?.stop();
  await postgres?.stop();
  await removePostgres(path.join(folder, "data"));
  fs.rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** A browser of its own, so that nothing is left of it but what the server has. */
async function openBrowser() {
  const server = await chromium.launchServer({
    executablePath: await findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  servers.push(server);
  const browser = await (await chromium.connect(server.wsEndpoint())).newContext();
  await browser.addCookies([{ ...cookie, url: app.url }]);
  return { browser, kill: () => server.kill() };
}

async function openForm(browser: BrowserContext, code: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${app.url}/staff/projects/${code}/report`);
  return page;
}

const summary = (page: Page) => page.getByLabel("本期进展");
const isSaved = (page: Page) => page.getByText(/已保存 \d\d:\d\d/).isVisible();
const isUnsaved = (page: Page) => page.getByText("未保存", { exact: true }).isVisible();

/** What somebody finds who opens the form in a browser that knows nothing of it. */
async function storedSummary(code: string): Promise<string> {
  const { browser } = await openBrowser();
  const page = await openForm(browser, code);
  const text = await summary(page).inputValue();
  await browser.close();
  return text;
}

test("a killed browser costs at most what it had no time to save", async () => {
  const { browser, kill } = await openBrowser();
  const page = await openForm(browser, codes.tab);
  await summary(page).pressSequentially("第一段，");
  await pollUntil("the first part to be saved", () => isSaved(page));
  await summary(page).pressSequentially("第二段。");
  await kill();
  expect(await storedSummary(codes.tab)).toMatch(/^第一段，/);
}, 300_000);

test("a killed application costs nothing: what was typed meanwhile is saved when it is back", async () => {
  const { browser } = await openBrowser();
  const page = await openForm(browser, codes.app);
  await summary(page).pressSequentially("第一段，");
  await pollUntil("the first part to be saved", () => isSaved(page));
  await app.kill();
  await summary(page).pressSequentially("第二段。");
  await pollUntil("the loss to be said", () => isUnsaved(page));
  app = await startAppServer({ databaseUrl: postgres.url, port: Number(new URL(app.url).port) });
  await pollUntil("the rest to be saved", () => isSaved(page), 60_000);
  expect(await summary(page).inputValue()).toBe("第一段，第二段。");
  await browser.close();
  expect(await storedSummary(codes.app)).toBe("第一段，第二段。");
}, 300_000);

test("a killed database costs nothing either", async () => {
  const { browser } = await openBrowser();
  const page = await openForm(browser, codes.database);
  await summary(page).pressSequentially("第一段，");
  await pollUntil("the first part to be saved", () => isSaved(page));
  const postmaster = runningPostmaster(path.join(postgres.folder, "data"));
  if (!postmaster) throw new Error("Postgres does not run");
  process.kill(postmaster.pid, "SIGKILL");
  await summary(page).pressSequentially("第二段。");
  await pollUntil(
    "all of it to be saved",
    async () => (await isSaved(page)) && !(await isUnsaved(page)),
    60_000,
  );
  expect(await summary(page).inputValue()).toBe("第一段，第二段。");
  await browser.close();
  await pollUntil(
    "all of it to be stored",
    async () => (await storedSummary(codes.database)) === "第一段，第二段。",
    60_000,
  );
}, 300_000);
