// A setup file of the integration project: each test file has a database of its own before it imports anything.
import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { cloneDatabase, databaseName, withDatabaseName } from "../../scripts/database.mjs";

const templateUrl = inject("templateUrl");
const url = withDatabaseName(templateUrl, `${databaseName(templateUrl)}_${randomUUID().slice(0, 8)}`);
await cloneDatabase(templateUrl, url);

process.env.DATABASE_URL = url;
process.env.DATABASE_DIRECT_URL = url;
process.env.NEXTAUTH_SECRET ??= "only-for-tests-only-for-tests-only-for-tests";
