import { pageCacheStore } from "./page-cache-store.mjs";

/** What a public read depends on; `all` is implied. Other tags: `register`, `project:<code>`. */
type ReadName = { key: string; tags: readonly string[] };

const shared = globalThis as typeof globalThis & { pendingReads?: Map<string, PendingRead> };
type PendingRead = { began: ReturnType<ReturnType<typeof pageCacheStore>["begin"]>; value: Promise<unknown> };

/**
 * Remembers a public read in this process until one of its tags rises or the day changes in Asia/Shanghai.
 * The value must be plain JSON; it is shared by all readers, and frozen. Never for what depends on who asks.
 */
export async function cachedRead<T>({ key, tags }: ReadName, load: () => Promise<T>): Promise<T> {
  const store = pageCacheStore();
  const storeKey = `read:${key}`;
  const entry = store.get(storeKey);
  // The key names the read, so whatever is stored under it came from the same `load`.
  if (entry) return entry.value as T;

  shared.pendingReads ??= new Map();
  const pending = shared.pendingReads.get(storeKey);
  if (pending && store.holds(tags, pending.began)) return pending.value as Promise<T>;

  const began = store.begin();
  const value = load().then((loaded) => {
    const text = JSON.stringify(loaded);
    const frozen: T = JSON.parse(text, (_name, part) => Object.freeze(part));
    store.set(storeKey, { value: frozen, tags, bytes: text.length * 2, began });
    return frozen;
  });
  const read = { began, value };
  shared.pendingReads.set(storeKey, read);
  const forget = () => {
    if (shared.pendingReads?.get(storeKey) === read) shared.pendingReads.delete(storeKey);
  };
  value.then(forget, forget);
  return value;
}
