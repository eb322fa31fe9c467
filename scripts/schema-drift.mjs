import fs from "node:fs";
import { databaseName, dropDatabases, withDatabaseName } from "./database.mjs";
import { migrate } from "./migrate.mjs";
import { projectPath } from "./project.mjs";
import { openSchemaEngine } from "./schema-engine.mjs";

/**
 * The SQL that would take a database with all migrations to prisma/schema; null when they agree. What Prisma cannot
 * express (triggers, checks, functions, indexes on expressions) is no difference to it.
 * @param {string} url a server on which a temporary database may be made
 * @returns {Promise<string | null>}
 */
export async function driftBetweenMigrationsAndSchema(url) {
  const name = `${databaseName(url)}_drift_${process.pid}`;
  const temporary = withDatabaseName(url, name);
  try {
    await migrate(temporary);
    return await differenceToSchema(temporary);
  } finally {
    await dropDatabases(url, name);
  }
}

/** The SQL that would take this database to prisma/schema; null when it is there. */
export async function differenceToSchema(url) {
  const files = schemaFiles();
  const { engine, close } = await openSchemaEngine(url, files);
  try {
    const { stdout, exitCode } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: projectPath() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? null : stdout;
  } finally {
    await close();
  }
}

function schemaFiles() {
  const folder = projectPath("prisma", "schema");
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => ({ path: `${folder}/${name}`, content: fs.readFileSync(`${folder}/${name}`, "utf8") }));
}
