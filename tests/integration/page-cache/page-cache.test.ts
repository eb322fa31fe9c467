import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppServer, startAppServer } from "../../support/app-server";
import { request } from "../../support/page-request";
import { pollUntil } from "../../support/poll";
import { openTcpGate, type TcpGate } from "../../support/tcp-gate";
import { addProjects, connect } from "./shared-database";

let database: pg.Client;
let gate: TcpGate;
let one: AppServer;
let other: AppServer;

beforeAll(async () => {
  database = await connect();
  await addProjects(database, { "P2091-01": "甲项目", "P2091-02": "乙项目" });
  const direct = String(process.env.DATABASE_URL);
  gate = await openTcpGate(direct);
  one = await startAppServer({ databaseUrl: gate.url, directUrl: direct });
  other = await startAppServer({ databaseUrl: direct });
}, 180_000);

afterAll(async () => {
  await Promise.all([one?.stop(), other?.stop()]);
  await gate?.close();
  await database?.end();
});

async function warmUp(path: string): Promise<void> {
  for (const { url } of [one, other]) {
    await pollUntil(`${path} to be stored`, async () => (await request(url + path)).cache === "HIT");
  }
}

test("the second reader of a page costs the database nothing", async () => {
  const paths = ["/", "/projects/P2091-01", "/projects?stage=signed&page=1", "/api/v1/projects"];
  for (const path of paths) await warmUp(path);
  const sent = gate.bytesSent();
  for (const path of paths)
    expect(await request(one.url + path)).toMatchObject({ status: 200, cache: "HIT" });
  expect(gate.bytesSent()).toBe(sent);
});

test("ways to ask for the same projects share one stored page, with and without client-side navigation", async () => {
  await warmUp("/projects?stage=operating&sort=-due");
  const same = await request(`${one.url}/projects?sort=-due&utm_source=x&stage=operating&q=`);
  expect(same.cache).toBe("HIT");
  const navigation = await request(`${one.url}/projects/P2091-01`, {
    headers: { rsc: "1" },
    redirect: "follow",
  });
  expect(navigation.headers.get("content-type")).toContain("text/x-component");
  expect(navigation.body).toContain("甲项目");
});

test("a change by plain SQL is on the next page of every instance, and drops no page that it does not touch", async () => {
  for (const path of ["/projects/P2091-01", "/projects/P2091-02", "/projects"]) await warmUp(path);
  await database.query("update projects set name = '甲项目二期' where code = 'P2091-01'");
  for (const { url } of [one, other]) {
    const shows = async (path: string) => (await request(url + path)).body.includes("甲项目二期");
    await pollUntil("the new name", () => shows("/projects/P2091-01"));
    await pollUntil("the new name in the register", () => shows("/projects"));
    expect((await request(`${url}/projects/P2091-02`)).cache).toBe("HIT");
  }
});

test("a project that did not exist is found once it does", async () => {
  for (const path of ["/projects/P2091-03", "/api/v1/projects/P2091-03"]) {
    await warmUp(path);
    expect((await request(one.url + path)).status).toBe(404);
  }
  const problem = await request(`${one.url}/api/v1/projects/P2091-03`);
  expect(problem.headers.get("content-type")).toContain("application/problem+json");
  expect(JSON.parse(problem.body)).toMatchObject({ status: 404 });
  await addProjects(database, { "P2091-03": "丙项目" });
  for (const path of ["/projects/P2091-03", "/api/v1/projects/P2091-03"]) {
    await pollUntil("the new project", async () => (await request(one.url + path)).body.includes("丙项目"));
  }
});

test("a page that was being rendered while its data changed is not stored", async () => {
  const path = "/projects/P2091-02";
  await warmUp(path);
  await database.query("notify page_cache, 'project:P2091-02'");
  const blocker = await connect();
  await blocker.query("begin; lock table projects in access exclusive mode");
  const rendering = request(one.url + path);
  await pollUntil("the render to wait for the lock", async () => {
    const waiting = await database.query(
      "select 1 from pg_locks where not granted and relation = 'projects'::regclass",
    );
    return waiting.rowCount !== 0;
  });
  await database.query("notify page_cache, 'project:P2091-02'");
  await new Promise((resolve) => setTimeout(resolve, 300));
  await blocker.end();
  expect(await rendering).toMatchObject({ status: 200, cache: "MISS" });
  expect((await request(one.url + path)).cache).toBe("MISS");
  expect((await request(one.url + path)).cache).toBe("HIT");
});

test("`all` drops every page", async () => {
  await warmUp("/");
  await database.query("notify page_cache, 'all'");
  await pollUntil("a fresh page", async () => (await request(`${one.url}/`)).cache === "MISS");
});
