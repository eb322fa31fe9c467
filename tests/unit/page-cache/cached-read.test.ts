import { beforeEach, expect, test } from "vitest";
import { cachedRead } from "@/lib/page-cache/cached-read";
import { pageCacheStore } from "@/lib/page-cache/page-cache-store.mjs";

const name = { key: "stats", tags: ["register"] };
let loads: number;

beforeEach(() => {
  loads = 0;
  pageCacheStore().isListening = true;
  pageCacheStore().raise(["all"]);
});

async function load(): Promise<{ total: number }> {
  loads += 1;
  const total = loads;
  await new Promise((resolve) => setTimeout(resolve, 1));
  return { total };
}

test("a read is made once, also for readers who come at the same time", async () => {
  const together = await Promise.all([cachedRead(name, load), cachedRead(name, load)]);
  expect([...together, await cachedRead(name, load)]).toEqual([{ total: 1 }, { total: 1 }, { total: 1 }]);
});

test("a reader who comes after a change never gets what was being read before it", async () => {
  const before = cachedRead(name, load);
  pageCacheStore().raise(["register"]);
  expect(await cachedRead(name, load)).toEqual({ total: 2 });
  expect(await before).toEqual({ total: 1 });
  expect(await cachedRead(name, load)).toEqual({ total: 2 });
});

test("a failed read is not remembered", async () => {
  await expect(cachedRead(name, () => Promise.reject(new Error("no database")))).rejects.toThrow(
    "no database",
  );
  expect(await cachedRead(name, load)).toEqual({ total: 1 });
});

test("nobody can change what all share", async () => {
  const stats = await cachedRead(name, load);
  expect(() => {
    stats.total = 99;
  }).toThrow(TypeError);
});
