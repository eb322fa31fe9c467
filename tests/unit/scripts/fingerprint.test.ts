import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fingerprint, unlessStamped } from "../../../scripts/fingerprint.mjs";

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "fingerprint-"));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

test("work with the same input is done once", async () => {
  const stamp = path.join(folder, "made", "stamp");
  const work = vi.fn();
  expect(await unlessStamped(stamp, "a", work)).toBe(true);
  expect(await unlessStamped(stamp, "a", work)).toBe(false);
  expect(await unlessStamped(stamp, "b", work)).toBe(true);
  expect(work).toHaveBeenCalledTimes(2);
});

test("work that failed is done again", async () => {
  const stamp = path.join(folder, "stamp");
  await unlessStamped(stamp, "a", () => {});
  await expect(unlessStamped(stamp, "b", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await unlessStamped(stamp, "a", () => {})).toBe(true);
});

test("a fingerprint depends on what the files are", () => {
  expect(fingerprint(["scripts"])).toBe(fingerprint(["scripts"]));
  expect(fingerprint(["scripts"])).not.toBe(fingerprint(["lint"]));
});

test("what does not exist counts as empty", () => {
  expect(fingerprint(["no-such-folder"])).toBe(fingerprint([]));
});
