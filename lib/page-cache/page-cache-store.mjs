import { shanghaiDay } from "../format/shanghai-day.mjs";

/**
 * What one process remembers of rendered public pages and public reads. It serves nothing unless the database's
 * notifications are being heard, and it keeps nothing that was read before one of its tags rose.
 *
 * @typedef {{ value: unknown, tags: readonly string[], bytes: number, day: string, storedAt: number }} Entry
 * @typedef {{ sequence: number, day: string }} Moment when a miss began; see `begin`
 */

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_ENTRY_SHARE = 1 / 8;
const MAX_KNOWN_TAGS = 20_000;

/** The tag that every entry has. */
export const ALL = "all";

export class PageCacheStore {
  /** True only while every change of the database reaches this process. */
  isListening = false;
  hits = 0;
  misses = 0;
  bytes = 0;

  /** @type {Map<string, Entry>} oldest use first */
  #entries = new Map();
  /** @type {Map<string, number>} when each tag last rose */
  #risenAt = new Map();
  /** A tag that was forgotten may have risen as late as this. */
  #forgottenUntil = 0;
  #sequence = 0;

  /** @param {{ maxBytes?: number, now?: () => Date }} [options] */
  constructor({ maxBytes = MAX_BYTES, now = () => new Date() } = {}) {
    this.maxBytes = maxBytes;
    this.now = now;
  }

  /**
   * The entry of that key; null when there is none that may still be served.
   * @param {string} key
   */
  get(key) {
    const entry = this.#entries.get(key);
    if (!this.isListening || !entry || entry.day !== shanghaiDay(this.now())) {
      this.misses += 1;
      return null;
    }
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.hits += 1;
    return entry;
  }

  /**
   * Must be taken before the first read of what will be stored.
   * @returns {Moment}
   */
  begin() {
    return { sequence: this.#sequence, day: shanghaiDay(this.now()) };
  }

  /**
   * Whether what was read since that moment still holds.
   * @param {readonly string[]} tags
   * @param {Moment} began
   */
  holds(tags, began) {
    if (!this.isListening || began.sequence < this.#forgottenUntil) return false;
    return [ALL, ...tags].every((tag) => (this.#risenAt.get(tag) ?? 0) <= began.sequence);
  }

  /**
   * Keeps a value unless it is out of date already.
   * @param {string} key
   * @param {{ value: unknown, tags: readonly string[], bytes: number, began: Moment }} candidate
   */
  set(key, { value, tags, bytes, began }) {
    this.#drop(key);
    if (!this.holds(tags, began) || bytes > this.maxBytes * MAX_ENTRY_SHARE) return;
    this.#entries.set(key, { value, tags, bytes, day: began.day, storedAt: this.now().getTime() });
    this.bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.bytes <= this.maxBytes) break;
      this.#drop(oldest);
    }
  }

  /**
   * Drops what carries one of the tags, and what is being made from reads before now.
   * @param {readonly string[]} tags
   */
  raise(tags) {
    this.#sequence += 1;
    if (this.#risenAt.size > MAX_KNOWN_TAGS) {
      this.#risenAt.clear();
      this.#forgottenUntil = this.#sequence;
    }
    for (const tag of tags) this.#risenAt.set(tag, this.#sequence);
    const dropsAll = tags.includes(ALL);
    for (const [key, entry] of this.#entries) {
      if (dropsAll || entry.tags.some((tag) => tags.includes(tag))) this.#drop(key);
    }
  }

  /** @param {string} key */
  #drop(key) {
    this.bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}

// The server evaluates this module more than once in a process (cache handler, proxy, pages): the state is shared.
const shared = /** @type {{ pageCacheStore?: PageCacheStore }} */ (globalThis);

/** The store of this process. */
export function pageCacheStore() {
  shared.pageCacheStore ??= new PageCacheStore();
  return shared.pageCacheStore;
}
