import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppServer, startAppServer } from "../../support/app-server";

const databaseUrl = String(process.env.DATABASE_URL);
let app: AppServer;

beforeAll(async () => {
  app = await startAppServer({ databaseUrl });
}, 300_000);

afterAll(() => app?.stop());

test("an application that nobody listens to any more ends instead of failing to say so for ever", async () => {
  const ended = app.unhear();
  // It logs each broken connection.
  const client = new Client(databaseUrl);
  await client.connect();
  await client.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`);
  await client.end();
  await expect(ended).resolves.toBeUndefined();
});
