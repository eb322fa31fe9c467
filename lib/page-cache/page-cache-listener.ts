import pg from "pg";
import { log } from "../log";
import { pageCacheStore } from "./page-cache-store.mjs";

const CHANNEL = "page_cache";
// A process's word to itself, after its own changes: it raises no tag.
const ECHO = "echo:";
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;
// A connection that died without a word is noticed by this.
const HEARTBEAT_MS = 5_000;
const TIMEOUT_MS = 3_000;

/** `databaseUrl`: what pages read from; `directUrl`: the same database, not through a transaction pooler. */
type DatabaseUrls = { databaseUrl: string; directUrl: string };

const shared = globalThis as typeof globalThis & {
  pageCacheListener?: Promise<void>;
  databaseIsDown?: boolean;
  pageCacheEchoes?: Map<string, () => void>;
};

shared.pageCacheEchoes ??= new Map();
const echoes = shared.pageCacheEchoes;

/** True once the database was tried and did not answer; false before the first try. */
export function databaseIsDown(): boolean {
  return shared.databaseIsDown ?? false;
}

/** Hears from the database which pages changed, for as long as the process lives. Resolves after the first try. */
export function startPageCacheListener(urls: DatabaseUrls): Promise<void> {
  shared.pageCacheListener ??= new Promise((resolve) => void listenForEver(urls, resolve));
  return shared.pageCacheListener;
}

/** Resolves when `echo:<id>` was heard; rejects when it is not heard in time. */
export function awaitEcho(id: string): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("The page cache did not hear its own echo")), TIMEOUT_MS);
    echoes.set(id, () => {
      clearTimeout(late);
      resolve();
    });
  }).finally(() => echoes.delete(id));
}

async function listenForEver(urls: DatabaseUrls, onFirstTry: () => void): Promise<never> {
  let retryMs = 0;
  for (;;) {
    const client = newClient(urls.directUrl);
    try {
      await listen(client);
      shared.databaseIsDown = false;
      retryMs = 0;
      onFirstTry();
      await untilBroken(client);
      log.warn("The page cache lost the database");
    } catch (error) {
      shared.databaseIsDown = !(await answers(urls));
      onFirstTry();
      retryMs = Math.min(Math.max(retryMs * 2, FIRST_RETRY_MS), LAST_RETRY_MS);
      log.warn("The page cache does not hear the database", { error, retryMs });
    }
    // Not awaited: nobody answers on a connection that died without a word.
    client.end().catch(() => undefined);
    await sleep(retryMs);
  }
}

/** Whatever is stored may have changed unheard, so all of it is dropped. */
async function listen(client: pg.Client): Promise<void> {
  const store = pageCacheStore();
  client.on("notification", ({ payload = "" }) => {
    if (payload.startsWith(ECHO)) echoes.get(payload.slice(ECHO.length))?.();
    else store.raise(payload.split(","));
  });
  await client.connect();
  await client.query(`listen ${CHANNEL}`);
  store.raise(["all"]);
  store.isListening = true;
  log.info("The page cache hears the database");
}

function untilBroken(client: pg.Client): Promise<void> {
  return new Promise((resolve) => {
    const broken = () => {
      clearInterval(heartbeat);
      pageCacheStore().isListening = false;
      resolve();
    };
    const heartbeat = setInterval(() => client.query("select 1").catch(broken), HEARTBEAT_MS);
    heartbeat.unref();
    client.on("error", broken);
    client.on("end", broken);
  });
}

async function answers({ databaseUrl, directUrl }: DatabaseUrls): Promise<boolean> {
  if (databaseUrl === directUrl) return false;
  const client = newClient(databaseUrl);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function newClient(connectionString: string): pg.Client {
  const client = new pg.Client({
    connectionString,
    keepAlive: true,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    application_name: "page_cache",
  });
  // Whoever waits for the client hears of it too; without a listener Node would end the process.
  client.on("error", () => undefined);
  return client;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
