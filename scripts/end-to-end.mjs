import { appEnvironment, newSecret, seed } from "./app-database.mjs";
import { findBrowser } from "./browser.mjs";
import { runPlaywright, testDistDir } from "./checks.mjs";
import { stopChild } from "./child.mjs";
import { databaseName, withDatabaseName } from "./database.mjs";
import { migrate } from "./migrate.mjs";
import { freePort } from "./port.mjs";
import { projectPath } from "./project.mjs";
import { serve } from "./serve.mjs";

/**
 * Runs the journeys of tests/e2e in a real browser against two servers of the built application: the facts of 2015
 * (E2E_URL, with its database in E2E_DATABASE_URL; account guanli with ADMIN_PASSWORD) and the demo (E2E_DEMO_URL; its
 * accounts with DEMO_PASSWORD).
 * @param {string} url of the test database; its servers use databases named after it
 */
export async function runEndToEnd(url) {
  const passwords = { ADMIN_PASSWORD: newSecret(), DEMO_PASSWORD: newSecret() };
  const browser = await findBrowser();
  const servers = [await serveDataset(url, passwords, false), await serveDataset(url, passwords, true)];
  try {
    const [real, demo] = servers;
    return await runPlaywright({
      ...process.env,
      ...passwords,
      CHROMIUM_PATH: browser,
      E2E_URL: real.siteUrl,
      E2E_DATABASE_URL: real.databaseUrl,
      E2E_DEMO_URL: demo.siteUrl,
    });
  } finally {
    await Promise.all(servers.map((server) => stopChild(server.child)));
  }
}

async function serveDataset(url, passwords, demo) {
  const port = await freePort();
  const databaseUrl = withDatabaseName(url, `${databaseName(url)}_${demo ? "demo" : "real"}`);
  const database = { databaseUrl, directUrl: databaseUrl };
  const settings = {
    port,
    dataDir: projectPath(".data", `test-${process.pid}`, demo ? "demo" : "real"),
    secret: newSecret(48),
    siteUrl: `http://localhost:${port}`,
  };
  const env = {
    ...appEnvironment(settings, database, { demo }),
    ...passwords,
    NEXT_DIST_DIR: testDistDir,
  };
  await migrate(databaseUrl);
  await seed(env);
  const { child } = await serve({ env, port });
  return { child, databaseUrl, siteUrl: settings.siteUrl };
}
