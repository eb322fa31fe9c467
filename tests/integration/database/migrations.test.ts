import type pg from "pg";
import { expect, test } from "vitest";
import { withClient } from "../../../scripts/database.mjs";
import { migrate } from "../../../scripts/migrate.mjs";
import { differenceToSchema, driftBetweenMigrationsAndSchema } from "../../../scripts/schema-drift.mjs";

const url = process.env.DATABASE_URL ?? "";

test("migrations and Prisma schema describe the same tables", async () => {
  expect(await driftBetweenMigrationsAndSchema(url)).toBeNull();
});

test("a column that the schema does not know is drift", async () => {
  await withClient(url, (client: pg.Client) => client.query("alter table dataset add column stray text"));
  expect(await differenceToSchema(url)).toContain('DROP COLUMN "stray"');
});

test("migrating a database that is up to date changes nothing", async () => {
  expect(await migrate(url)).toEqual([]);
});
