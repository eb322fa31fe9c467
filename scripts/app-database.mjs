import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { runNode } from "./child.mjs";
import { databaseName, withClient, withDatabaseName } from "./database.mjs";
import { fingerprint, readIfExists } from "./fingerprint.mjs";
import { startPostgres } from "./postgres.mjs";

/**
 * Opens the database server that the settings name: the embedded one when they name none, which runs until
 * the command ends.
 * @param {import("./environment.mjs").Settings} settings
 * @param {{ demo?: boolean }} [options] demo: the demo database, beside the real one
 * @returns {Promise<{ databaseUrl: string, directUrl: string, folder?: string }>} folder: of the embedded server
 */
export async function openAppDatabase(settings, { demo = false } = {}) {
  const forDataset = (url) => (demo ? withDatabaseName(url, `${databaseName(url)}_demo`) : url);
  if (settings.databaseUrl) {
    return { databaseUrl: forDataset(settings.databaseUrl), directUrl: forDataset(settings.directUrl) };
  }
  const { url, folder } = await startPostgres({ dataDir: settings.dataDir });
  return { databaseUrl: forDataset(url), directUrl: forDataset(url), folder };
}

/**
 * The environment of every program that imports `lib`.
 * @param {import("./environment.mjs").Settings} settings
 * @param {{ databaseUrl: string, directUrl: string }} database
 * @param {{ demo?: boolean }} [options]
 */
export function appEnvironment(settings, database, { demo = false } = {}) {
  return {
    ...process.env,
    DATABASE_URL: database.databaseUrl,
    DATABASE_DIRECT_URL: database.directUrl,
    DATA_DIR: settings.dataDir,
    DATASET: demo ? "demo" : "real",
    ...(demo ? { DEMO_PASSWORD: demoPassword(settings.dataDir) } : {}),
    NEXTAUTH_SECRET: settings.secret ?? keptSecret(settings.dataDir, "secret", 48),
    NEXTAUTH_URL: settings.siteUrl,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(settings.port),
  };
}

/**
 * Loads the facts, or the demo's data, unless the database says that it has these.
 * @returns {Promise<string | null>} what the seed printed, null when there was nothing to do
 */
export async function seed(env) {
  const program = fingerprint(["prisma/seed.ts", "prisma/data", "prisma/migrations", "lib"]);
  // A new demo password is a reason to load again; the hash does not give it away.
  const seedHash = createHash("sha256")
    .update(`${program} ${env.DEMO_PASSWORD ?? ""}`)
    .digest("hex");
  if ((await loadedSeedHash(env.DATABASE_DIRECT_URL)) === seedHash) return null;
  return runNode(libProgram("prisma/seed.ts"), { env: { ...env, SEED_HASH: seedHash }, name: "载入数据" });
}

/** Arguments for Node to run a TypeScript program that imports `lib` as the server does. */
export function libProgram(...args) {
  return ["--conditions=react-server", "--import", "tsx", ...args];
}

function loadedSeedHash(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query("select seed_hash from dataset");
    return rows[0]?.seed_hash;
  });
}

/** One password for all accounts of the demo: the operator's, or one of our own that stays the same. */
function demoPassword(dataDir) {
  return process.env.DEMO_PASSWORD || keptSecret(dataDir, "demo-password", 12);
}

/** A random text that is made once and kept in a file that only its owner reads. */
function keptSecret(dataDir, name, bytes) {
  const file = path.join(dataDir, name);
  const kept = readIfExists(file);
  if (kept) return kept;
  const secret = newSecret(bytes);
  fs.mkdirSync(dataDir, { recursive: true });
  fs.writeFileSync(file, secret, { mode: 0o600 });
  return secret;
}

/** A random text that also passes the rule on passwords: three classes of characters, at least 12 of them. */
export function newSecret(bytes = 12) {
  return `Aa1-${randomBytes(bytes).toString("base64url")}`;
}
