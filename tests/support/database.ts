// A setup file of the integration project: each test file has a database and a data folder of its own before it
// imports anything.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { cloneDatabase, databaseName, withDatabaseName } from "../../scripts/database.mjs";

const templateUrl = inject("templateUrl");
const url = withDatabaseName(templateUrl, `${databaseName(templateUrl)}_${randomUUID().slice(0, 8)}`);
await cloneDatabase(templateUrl, url);

process.env.DATABASE_URL = url;
process.env.DATABASE_DIRECT_URL = url;
const dataDir = mkdtempSync(path.join(tmpdir(), "integration-"));
process.env.DATA_DIR = dataDir;
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
process.env.NEXTAUTH_SECRET ??= "only-for-tests-only-for-tests-only-for-tests";
