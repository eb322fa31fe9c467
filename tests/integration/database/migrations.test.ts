import { randomUUID } from "node:crypto";
import type pg from "pg";
import { expect, test } from "vitest";
import {
  cloneDatabase,
  databaseName,
  dropDatabases,
  withClient,
  withDatabaseName,
} from "@/scripts/database.mjs";
import { migrate } from "@/scripts/migrate.mjs";
import { differenceToSchema, driftBetweenMigrationsAndSchema } from "@/scripts/schema-drift.mjs";

const url = process.env.DATABASE_URL ?? "";

async function withCopy(work: (copyUrl: string) => Promise<void>) {
  const copyUrl = withDatabaseName(url, `${databaseName(url)}_${randomUUID().slice(0, 8)}`);
  await cloneDatabase(url, copyUrl);
  await work(copyUrl);
  await dropDatabases(url, databaseName(copyUrl));
}

function execute(databaseUrl: string, sql: string) {
  return withClient(databaseUrl, (client: pg.Client) => client.query(sql));
}

test("migrations and Prisma schema describe the same tables", async () => {
  expect(await driftBetweenMigrationsAndSchema(url)).toBeNull();
});

test("a column that the schema does not know is drift", () =>
  withCopy(async (copyUrl) => {
    await execute(copyUrl, "alter table dataset add column stray text");
    expect(await differenceToSchema(copyUrl)).toContain('DROP COLUMN "stray"');
  }));

test("migrating a database that is up to date changes nothing", async () => {
  expect(await migrate(url)).toEqual([]);
});

test("a database that does not exist is made", async () => {
  const newUrl = withDatabaseName(url, `${databaseName(url)}_new`);
  expect(await migrate(newUrl)).not.toEqual([]);
  expect(await migrate(newUrl)).toEqual([]);
  await dropDatabases(url, databaseName(newUrl));
});

test("a migration that was edited after it was applied is refused", () =>
  withCopy(async (copyUrl) => {
    await execute(copyUrl, "update _prisma_migrations set checksum = 'other'");
    await expect(migrate(copyUrl)).rejects.toThrow("执行后被改动过");
  }));

test("a server that does not answer is named, its password is not", async () => {
  const nowhere = "postgresql://app:pa55word@127.0.0.1:1/zunyi";
  const refusal = expect(migrate(nowhere)).rejects;
  await refusal.toThrow("数据库 127.0.0.1:1/zunyi 没有响应");
  await expect(migrate(nowhere)).rejects.not.toThrow("pa55word");
});
