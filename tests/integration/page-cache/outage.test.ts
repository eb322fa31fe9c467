import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppServer, startAppServer } from "../../support/app-server";
import { request } from "../../support/page-request";
import { pollUntil } from "../../support/poll";
import { openTcpGate, type TcpGate } from "../../support/tcp-gate";
import { addProjects, connect } from "./shared-database";

let database: pg.Client;
let reads: TcpGate;
let notifications: TcpGate;
let app: AppServer;

beforeAll(async () => {
  database = await connect();
  await addProjects(database, { "P2092-01": "甲项目" });
  reads = await openTcpGate(String(process.env.DATABASE_URL));
  notifications = await openTcpGate(String(process.env.DATABASE_URL));
  app = await startAppServer({ databaseUrl: reads.url, directUrl: notifications.url });
}, 180_000);

afterAll(async () => {
  await app?.stop();
  await Promise.all([reads?.close(), notifications?.close()]);
  await database?.end();
});

const home = () => request(`${app.url}/`);
const isStored = async () => (await home()).cache === "HIT";

test("while changes are not heard every reader gets a fresh page, and afterwards none gets an old one", async () => {
  const project = `${app.url}/projects/P2092-01`;
  await pollUntil("the project's page to be stored", async () => (await request(project)).cache === "HIT");
  await notifications.close();
  await pollUntil("the loss to be noticed", async () => (await request(project)).cache === "MISS");
  expect(await request(project)).toMatchObject({ status: 200, cache: "MISS" });
  await database.query("update projects set name = '乙项目' where code = 'P2092-01'");
  expect((await request(project)).body).toContain("乙项目");
  expect((await request(`${app.url}/api/ready`)).status).toBe(503);
  await notifications.open();
  await pollUntil("changes to be heard again", async () => (await request(project)).cache === "HIT");
  expect((await request(project)).body).toContain("乙项目");
  expect((await request(`${app.url}/api/ready`)).status).toBe(200);
});

test("without its database the site says so in Chinese and is well again soon after", async () => {
  await pollUntil("the home page to be stored", isStored);
  await Promise.all([reads.close(), notifications.close()]);
  await pollUntil("the outage to be noticed", async () => (await home()).status === 503);
  const page = await home();
  expect(page.headers.get("retry-after")).toBe("5");
  expect(page.body).toContain("暂时无法提供服务");
  const api = await request(`${app.url}/api/v1/projects`);
  expect(api.status).toBe(503);
  expect(JSON.parse(api.body)).toMatchObject({ status: 503 });
  expect((await request(`${app.url}/api/health`)).status).toBe(200);
  expect((await request(`${app.url}/api/ready`)).status).toBe(503);
  await Promise.all([reads.open(), notifications.open()]);
  await pollUntil("the site to be well again", isStored);
});

test("a lost connection alone is mended without anyone noticing", async () => {
  await pollUntil("the home page to be stored", isStored);
  await database.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'page_cache' and datname = current_database()",
  );
  for (let count = 0; count < 20; count += 1) expect((await home()).status).toBe(200);
  await pollUntil("pages to be stored again", isStored);
});
