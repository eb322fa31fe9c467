import { fileURLToPath } from "node:url";
import { appEnvironment, newSecret, seed } from "../../scripts/app-database.mjs";
import { start } from "../../scripts/child.mjs";
import { cloneDatabase, databaseName, withDatabaseName } from "../../scripts/database.mjs";
import { migrate } from "../../scripts/migrate.mjs";
import { freePort } from "../../scripts/port.mjs";
import { projectPath } from "../../scripts/project.mjs";
import { serve } from "../../scripts/serve.mjs";
import { openTestDatabase } from "../../scripts/test-database.mjs";
import { generateRegister } from "./generate.mjs";
import { countQueries } from "./query-counter.mjs";

export const benchDistDir = ".next-bench";

/**
 * One database and what answers from it.
 * @typedef {object} Site
 * @property {string} name
 * @property {NodeJS.ProcessEnv} env of a program that imports `lib`
 * @property {string} databaseUrl
 * @property {string} appUrl
 * @property {number} appPid
 * @property {string} limitUrl of the hand-written server
 */

/**
 * The facts, the generated register, and a second instance of the application on the latter whose queries are counted.
 * @param {number} projects
 * @returns {Promise<{ small: Site, big: Site, second: { appUrl: string, queries: () => number } }>}
 */
export async function openSites(projects) {
  const { url } = await openTestDatabase({ durable: true });
  const smallUrl = withDatabaseName(url, `${databaseName(url)}_facts`);
  const bigUrl = withDatabaseName(url, `${databaseName(url)}_generated`);
  await migrate(smallUrl);
  await seed({ ...environment(smallUrl, await freePort()), ADMIN_PASSWORD: newSecret() });
  await cloneDatabase(smallUrl, bigUrl);
  await generateRegister(bigUrl, projects);
  return {
    small: await openSite("14", smallUrl),
    big: await openSite(String(projects), bigUrl),
    second: await openCountedInstance(bigUrl),
  };
}

async function openSite(name, databaseUrl) {
  const { env, appUrl, appPid } = await serveApp(databaseUrl);
  const port = await freePort();
  const program = fileURLToPath(new URL("limits-server.mjs", import.meta.url));
  start(process.execPath, [program, String(port)], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { name, databaseUrl, env, appUrl, appPid, limitUrl: `http://127.0.0.1:${port}` };
}

async function openCountedInstance(directUrl) {
  const { url, queries } = await countQueries(directUrl);
  const { appUrl } = await serveApp(url, directUrl);
  return { appUrl, queries };
}

async function serveApp(databaseUrl, directUrl = databaseUrl) {
  const port = await freePort();
  const env = environment(databaseUrl, port, directUrl);
  const { child } = await serve({ env, port });
  return { env, appUrl: `http://127.0.0.1:${port}`, appPid: child.pid };
}

function environment(databaseUrl, port, directUrl = databaseUrl) {
  const settings = {
    port,
    dataDir: projectPath(".data", `test-${process.pid}`),
    secret: newSecret(48),
    siteUrl: `http://127.0.0.1:${port}`,
  };
  const database = { databaseUrl, directUrl };
  return { ...appEnvironment(settings, database), NEXT_DIST_DIR: benchDistDir, LOG_LEVEL: "error" };
}
