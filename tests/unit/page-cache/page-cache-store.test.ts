import { beforeEach, expect, test } from "vitest";
import { PageCacheStore } from "@/lib/page-cache/page-cache-store.mjs";

let now: Date;
let store: PageCacheStore;

beforeEach(() => {
  now = new Date("2017-06-30T10:00:00+08:00");
  store = new PageCacheStore({ maxBytes: 1_000, now: () => now });
  store.isListening = true;
});

function keep(key: string, tags: string[], bytes = 10): void {
  store.set(key, { value: key, tags, bytes, began: store.begin() });
}

test("a raised tag drops the entries that carry it and no others", () => {
  keep("/zh/projects/P2015-05", ["project:P2015-05"]);
  keep("/zh/projects/P2015-06", ["project:P2015-06"]);
  store.raise(["project:P2015-05"]);
  expect(store.get("/zh/projects/P2015-05")).toBeNull();
  expect(store.get("/zh/projects/P2015-06")?.value).toBe("/zh/projects/P2015-06");
});

test("`all` drops every entry, even one without tags", () => {
  keep("/zh/about", []);
  store.raise(["all"]);
  expect(store.get("/zh/about")).toBeNull();
  expect(store.bytes).toBe(0);
});

test("what was read before one of its tags rose is not stored", () => {
  const began = store.begin();
  store.raise(["register"]);
  store.set("/zh", { value: "old", tags: ["register"], bytes: 10, began });
  store.set("/zh/projects/P2015-05", { value: "unaffected", tags: ["project:P2015-05"], bytes: 10, began });
  expect(store.get("/zh")).toBeNull();
  expect(store.get("/zh/projects/P2015-05")?.value).toBe("unaffected");
});

test("nothing is served or stored while the database is not heard", () => {
  keep("/zh", []);
  store.isListening = false;
  expect(store.get("/zh")).toBeNull();
  keep("/zh/data", []);
  store.isListening = true;
  expect(store.get("/zh/data")).toBeNull();
});

test("an entry ends with its day in Asia/Shanghai, which is the day on which it was begun", () => {
  now = new Date("2017-06-30T23:59:59+08:00");
  const began = store.begin();
  now = new Date("2017-07-01T00:00:00+08:00");
  store.set("/zh", { value: "yesterday", tags: [], bytes: 10, began });
  expect(store.get("/zh")).toBeNull();
});

test("the entry that was unused for longest gives way, and a huge one is not kept at all", () => {
  for (const key of ["a", "b", "c", "d", "e", "f", "g", "h", "i"]) keep(key, [], 110);
  store.get("a");
  keep("j", [], 110);
  expect(store.get("a")?.value).toBe("a");
  expect(store.get("b")).toBeNull();
  expect(store.bytes).toBeLessThanOrEqual(1_000);
  keep("huge", [], 500);
  expect(store.get("huge")).toBeNull();
});

test("forgetting old tags never lets an outdated value in", () => {
  const began = store.begin();
  store.raise(["project:P2015-05"]);
  for (let count = 0; count <= 20_001; count += 1) store.raise([`project:${count}`]);
  store.set("old", { value: "old", tags: ["project:P2015-05"], bytes: 10, began });
  expect(store.get("old")).toBeNull();
});
