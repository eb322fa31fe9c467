import { readFile } from "node:fs/promises";
import path from "node:path";
import { hashedPagePolicy } from "../http/content-security-policy.mjs";
import { pageCacheStore } from "./page-cache-store.mjs";
import { tagsOfPath } from "./page-cache-tags.mjs";

// Next would say s-maxage=1 year, and any cache in front of it would go stale.
const CACHE_CONTROL = "public, max-age=0, must-revalidate";

// The one public page with Recharts.
const DASHBOARD = "/zh/dashboard/";

/**
 * Next's cache of whole public pages. Plain JavaScript because Next loads it unbundled; one instance per request.
 *
 * @typedef {import("next/dist/server/response-cache/types.js").IncrementalCacheValue} CacheValue
 * @typedef {import("./page-cache-store.mjs").Moment} Moment
 */
export default class PageCacheHandler {
  #cache = pageCacheStore();
  /** @type {Map<string, Moment>} */
  #missBegan = new Map();
  #serverDistDir;

  /** @param {{ serverDistDir?: string }} options */
  constructor({ serverDistDir = "" }) {
    this.#serverDistDir = serverDistDir;
  }

  /** @param {string} key */
  async get(key) {
    const entry = this.#cache.get(key);
    if (entry) return { value: entry.value, lastModified: entry.storedAt };
    this.#missBegan.set(key, this.#cache.begin());
    return null;
  }

  /**
   * The same object answers the request that rendered it, so what is changed here reaches the first visitor too.
   * @param {string} key
   * @param {CacheValue | null} value
   */
  async set(key, value) {
    if (value?.kind !== "APP_PAGE" && value?.kind !== "APP_ROUTE") return;
    const page = pathOf(key);
    const isOurs = !page.startsWith("/_");
    if (isOurs) value.headers = { "cache-control": CACHE_CONTROL, ...value.headers };
    if (value.kind === "APP_PAGE") {
      // Next sends an empty body that only a script fills when a page finds that it has nothing to show.
      if (isOurs && value.status === 404)
        value.html = (await notFoundHtml(this.#serverDistDir)) ?? value.html;
      const policy = hashedPagePolicy(value.html, { allowsStyleAttributes: page.startsWith(DASHBOARD) });
      value.headers = { ...value.headers, "content-security-policy": policy };
    }
    this.#store(key, page, value);
  }

  /** @param {string | string[]} tags */
  async revalidateTag(tags) {
    this.#cache.raise([tags].flat());
  }

  resetRequestCache() {}

  /**
   * @param {string} key
   * @param {string} page
   * @param {Extract<CacheValue, { kind: "APP_PAGE" | "APP_ROUTE" }>} value
   */
  #store(key, page, value) {
    const began = this.#missBegan.get(key);
    const isFailure = (value.status ?? 200) >= 500;
    if (began && !isFailure)
      this.#cache.set(key, { value, tags: tagsOfPath(page), bytes: bytesOf(value), began });
  }
}

/**
 * Next's key names the route's file by a hash and then the decoded path: /route-cache/APP_PAGE/<hash>/$/zh/projects/P2015-05
 * @param {string} key
 */
function pathOf(key) {
  return key.slice(key.indexOf("/$") + 2);
}

/** @param {Extract<CacheValue, { kind: "APP_PAGE" | "APP_ROUTE" }>} value */
function bytesOf(value) {
  if (value.kind === "APP_ROUTE") return value.body.byteLength;
  const segments = [...(value.segmentData?.values() ?? [])];
  const charBytes = 2;
  return (
    value.html.length * charBytes +
    (value.rscData?.byteLength ?? 0) +
    segments.reduce((sum, segment) => sum + segment.byteLength, 0)
  );
}

/**
 * The page that Next made of not-found.tsx at build time; null when there is none.
 * @param {string} serverDistDir
 */
async function notFoundHtml(serverDistDir) {
  return readFile(path.join(serverDistDir, "app/_not-found.html"), "utf8").catch(() => null);
}
