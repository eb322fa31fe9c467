import { withClient } from "../../scripts/database.mjs";
import { get } from "./http-client.mjs";

const changes = 20;
const code = "P2015-05";
const giveUpMs = 10_000;

/**
 * How long after a commit each instance shows the change, in milliseconds, once per change and instance.
 * @param {Awaited<ReturnType<typeof import("./sites.mjs").openSites>>} sites
 */
export async function measureInvalidation({ big, second }) {
  const urls = [big.appUrl, second.appUrl].map((appUrl) => `${appUrl}/projects/${code}`);
  return withClient(big.databaseUrl, async (client) => {
    const delays = [];
    for (let change = 1; change <= changes; change += 1) {
      await Promise.all(urls.map(get));
      const words = `第 ${change} 次改动的简介`;
      await client.query("update projects set summary = $1, version = version + 1 where code = $2", [
        words,
        code,
      ]);
      const committed = performance.now();
      delays.push(...(await Promise.all(urls.map((url) => delayUntil(url, words, committed)))));
    }
    return delays;
  });
}

async function delayUntil(url, words, committed) {
  while (performance.now() - committed < giveUpMs) {
    if ((await get(url)).text.includes(words)) return performance.now() - committed;
  }
  throw new Error(`${url} still shows what was before the change after ${giveUpMs} ms`);
}
