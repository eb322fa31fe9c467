import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isAlive, runningPostmaster } from "../../../scripts/postgres-process.mjs";

let data: string;

beforeEach(() => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), "pgdata-"));
});

afterEach(() => {
  fs.rmSync(data, { recursive: true });
});

test("no pid file, no server", () => {
  expect(runningPostmaster(data)).toBeNull();
});

test("a pid that another program has by now is no server", () => {
  fs.writeFileSync(path.join(data, "postmaster.pid"), `${process.pid}\n${data}\n0\n5432\n\n\n\nready\n`);
  expect(isAlive(process.pid)).toBe(true);
  expect(runningPostmaster(data)).toBeNull();
});
