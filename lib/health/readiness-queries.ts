import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { db } from "../db";
import { log } from "../log";
import { pageCacheStore } from "../page-cache/page-cache-store.mjs";

export type Readiness = { database: boolean; migrations: boolean; pageCache: boolean };

/** Whether this process can serve: the database answers, its migrations are those of this build, changes are heard. */
export async function getReadiness(): Promise<Readiness> {
  const applied = await appliedMigrations();
  return {
    database: applied !== null,
    migrations: applied !== null && (await ownMigrations()).every((name) => applied.includes(name)),
    pageCache: pageCacheStore().isListening,
  };
}

/** Null when the database does not answer. */
async function appliedMigrations(): Promise<string[] | null> {
  try {
    const [state] = await db.$queryRaw<{ isEmpty: boolean }[]>`
      select to_regclass('_prisma_migrations') is null as "isEmpty"`;
    if (state?.isEmpty) return [];
    const rows = await db.$queryRaw<{ name: string }[]>`
      select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
    return rows.map((row) => row.name);
  } catch (error) {
    log.warn("The database does not answer", { error });
    return null;
  }
}

async function ownMigrations(): Promise<string[]> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations");
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
