import { hashedPagePolicy } from "../http/content-security-policy.mjs";
import { pageCacheStore } from "./page-cache-store.mjs";
import { tagsOfPath } from "./page-cache-tags.mjs";

// Next would say s-maxage=1 year, and any cache in front of it would go stale.
const CACHE_CONTROL = "public, max-age=0, must-revalidate";

/**
 * Next's cache of whole public pages. Plain JavaScript because Next loads it unbundled; one instance per request.
 *
 * @typedef {import("next/dist/server/response-cache/types.js").IncrementalCacheValue} CacheValue
 * @typedef {import("./page-cache-store.mjs").Moment} Moment
 */
export default class PageCacheHandler {
  #store = pageCacheStore();
  /** @type {Map<string, Moment>} */
  #missBegan = new Map();

  /** @param {string} key */
  async get(key) {
    const entry = this.#store.get(key);
    if (entry) return { value: entry.value, lastModified: entry.storedAt };
    this.#missBegan.set(key, this.#store.begin());
    return null;
  }

  /**
   * @param {string} key
   * @param {CacheValue | null} value
   */
  async set(key, value) {
    if (value?.kind !== "APP_PAGE" && value?.kind !== "APP_ROUTE") return;
    // The same object answers the request that rendered it, so the first visitor gets these headers too.
    value.headers = { ...value.headers, ...responseHeaders(value) };
    const began = this.#missBegan.get(key);
    if (began) this.#store.set(key, { value, tags: tagsOfPath(pathOf(key)), bytes: bytesOf(value), began });
  }

  /** @param {string | string[]} tags */
  async revalidateTag(tags) {
    this.#store.raise([tags].flat());
  }

  resetRequestCache() {}
}

/**
 * Next's key names the route's file by a hash and then the path: /route-cache/APP_PAGE/<hash>/$/zh/projects/P2015-05
 * @param {string} key
 */
function pathOf(key) {
  return decodeURIComponent(key.slice(key.indexOf("/$") + 2));
}

/** @param {Extract<CacheValue, { kind: "APP_PAGE" | "APP_ROUTE" }>} value */
function responseHeaders(value) {
  const headers = { "cache-control": CACHE_CONTROL };
  if (value.kind === "APP_ROUTE") return headers;
  return { ...headers, "content-security-policy": hashedPagePolicy(value.html) };
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
