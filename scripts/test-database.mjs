import fs from "node:fs";
import { atEnd } from "./command.mjs";
import { databaseName, dropDatabases, withDatabaseName } from "./database.mjs";
import { removePostgres, startPostgres } from "./postgres.mjs";
import { isAlive } from "./postgres-process.mjs";
import { projectPath } from "./project.mjs";

/**
 * A database server for the tests of this process, never the one of `npm start`: an embedded cluster that ends with
 * them, or databases of their own on the server of DATABASE_URL. A command closes it when it ends.
 * @param {{ durable?: boolean }} [options] durable: commits wait for the disk, as they do in use
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} url: of a database that does not exist yet; name
 *   further ones after it (`name_…`): close drops them all
 */
export async function openTestDatabase({ durable = false } = {}) {
  if (!process.env.DATABASE_URL) return openTestCluster(durable);
  const server = process.env.DATABASE_URL;
  const name = `${databaseName(server)}_test_${process.pid}`;
  const close = () => dropDatabases(server, name);
  atEnd(close);
  return { url: withDatabaseName(server, name), close };
}

async function openTestCluster(durable) {
  await removeAbandonedClusters();
  const dataDir = testDataDir(process.pid);
  atEnd(() => removeCluster(dataDir));
  const { url, stop } = await startPostgres({ dataDir, durable });
  const close = async () => {
    await stop();
    await removeCluster(dataDir);
  };
  return { url: withDatabaseName(url, `zunyi_test_${process.pid}`), close };
}

/** A killed test run could not stop its server: the next one does. */
async function removeAbandonedClusters() {
  const names = fs.existsSync(projectPath(".data")) ? fs.readdirSync(projectPath(".data")) : [];
  for (const name of names) {
    const pid = Number(/^test-(\d+)$/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await removeCluster(testDataDir(pid));
  }
}

async function removeCluster(dataDir) {
  await removePostgres(dataDir);
  fs.rmSync(dataDir, { recursive: true, force: true });
}

function testDataDir(pid) {
  return projectPath(".data", `test-${pid}`);
}
