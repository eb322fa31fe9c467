import { setTimeout as sleep } from "node:timers/promises";
import { withClient } from "../../scripts/database.mjs";
import { get, requestsPerSecond } from "./http-client.mjs";
import { inRounds, median } from "./rounds.mjs";

const rounds = 5;
const missesPerRound = 3;
const warmUp = 20;
const load = { milliseconds: 300, connections: 4 };
/** A notification needs about a millisecond to be heard; a request that came too early is asked again. */
const heardAfterMs = 20;
const triesPerMiss = 20;

/** The same project on both sides, so that only the size of the register differs. */
const code = "P2015-05";
const targets = [
  { name: "项目页", path: `/projects/${code}`, limit: `/project/${code}` },
  { name: "项目台账", path: "/projects", limit: "/list/all" },
  { name: "项目接口", path: `/api/v1/projects/${code}`, limit: `/project/${code}` },
  { name: "台账接口", path: "/api/v1/projects", limit: "/list/all" },
  { name: "统计接口", path: "/api/v1/stats", limit: "/stats/all" },
  { name: "领导看板", path: "/dashboard", limit: "/stats/all" },
];

/**
 * @typedef {{ hitPerSecond: number, missMs: number, sqlPerSecond: number }} Measured
 * @typedef {{ hit: number, miss: number }} Queries of the database per request
 */

/**
 * What each request costs, stored and made anew, on both databases, beside the two limits.
 * @param {Awaited<ReturnType<typeof import("./sites.mjs").openSites>>} sites
 * @returns {Promise<{ name: string, filePerSecond: number, small: Measured, big: Measured, queries: Queries }[]>}
 */
export async function measureRequests({ small, big, second }) {
  const results = [];
  for (const target of targets) {
    const { path, limit } = target;
    for (const { appUrl, limitUrl } of [small, big]) await warm(`${appUrl}${path}`, `${limitUrl}${limit}`);
    const measured = await inRounds(rounds, {
      file: () => requestsPerSecond(`${small.limitUrl}/file`, load),
      ...measuresOf("small", small, target),
      ...measuresOf("big", big, target),
    });
    results.push({
      name: target.name,
      filePerSecond: measured.file,
      small: resultOf("small", measured),
      big: resultOf("big", measured),
      queries: await queriesOf(`${second.appUrl}${path}`, big.databaseUrl, second.queries),
    });
  }
  return results;
}

async function warm(...urls) {
  for (const url of urls) for (let i = 0; i < warmUp; i += 1) await get(url);
}

function measuresOf(size, { appUrl, limitUrl, databaseUrl }, { path, limit }) {
  const url = `${appUrl}${path}`;
  return {
    [`${size} miss`]: () => missMs(url, databaseUrl),
    [`${size} hit`]: () => requestsPerSecond(url, load),
    [`${size} sql`]: () => requestsPerSecond(`${limitUrl}${limit}`, load),
  };
}

function resultOf(size, measured) {
  return {
    hitPerSecond: measured[`${size} hit`],
    missMs: measured[`${size} miss`],
    sqlPerSecond: measured[`${size} sql`],
  };
}

/** Milliseconds of a request whose stored page and data were dropped before it. */
function missMs(url, databaseUrl) {
  return withClient(databaseUrl, async (client) => {
    const samples = [];
    for (let i = 0; i < missesPerRound; i += 1) samples.push(await oneMiss(url, client));
    return median(samples);
  });
}

async function oneMiss(url, client) {
  for (let i = 0; i < triesPerMiss; i += 1) {
    await dropAll(client);
    const began = performance.now();
    const { cache } = await get(url);
    if (cache !== "HIT") return performance.now() - began;
  }
  throw new Error(`${url} is served from the cache although everything was dropped`);
}

async function dropAll(client) {
  await client.query("notify page_cache, 'all'");
  await sleep(heardAfterMs);
}

async function queriesOf(url, databaseUrl, queries) {
  await warm(url);
  const times = 10;
  const beforeHits = queries();
  for (let i = 0; i < times; i += 1) await get(url);
  const hit = (queries() - beforeHits) / times;
  const miss = await withClient(databaseUrl, async (client) => {
    await dropAll(client);
    const before = queries();
    await get(url);
    return queries() - before;
  });
  return { hit, miss };
}
