import type { TestProject } from "vitest/node";
import { migrate } from "../../scripts/migrate.mjs";
import { openTestDatabase } from "../../scripts/test-database.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** URL of the migrated, empty database from which each test file gets its copy. */
    templateUrl: string;
  }
}

/**
 * Runs once before all integration tests; what it returns runs once after them. `npm test` names the database to use
 * and drops it itself.
 */
export default async function setUpDatabase({ provide }: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const { url, close } = given ? { url: given, close: () => {} } : await openTestDatabase();
  await migrate(url);
  provide("templateUrl", url);
  return close;
}
