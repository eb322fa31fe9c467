import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seed } from "../../../scripts/app-database.mjs";
import { withClient } from "../../../scripts/database.mjs";
import { migrate } from "../../../scripts/migrate.mjs";
import { removePostgres, startPostgres } from "../../../scripts/postgres.mjs";
import { runningPostmaster } from "../../../scripts/postgres-process.mjs";
import { type AppServer, startAppServer } from "../../support/app-server";
import { fillForm, isAcknowledged, signIn } from "../../support/form-post";
import { request } from "../../support/page-request";
import { pollUntil } from "../../support/poll";

const password = "Lantern-River-47";
const killedAfter = 3;
const code = "P2015-12";

let dataDir: string;
let postgres: { url: string; folder: string; stop: () => Promise<void> };
let app: AppServer;

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "zunyi-killed-database-"));
  postgres = await startPostgres({ dataDir });
  await migrate(postgres.url);
  const database = { DATABASE_URL: postgres.url, DATABASE_DIRECT_URL: postgres.url };
  await seed({ ...process.env, ...database, DATASET: "demo", DEMO_PASSWORD: password });
  app = await startAppServer({ databaseUrl: postgres.url });
}, 300_000);

afterAll(async () => {
  await app?.stop();
  await postgres?.stop();
  await removePostgres(dataDir);
  fs.rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

test("a killed database is a friendly 503 for a moment, and then has everything acknowledged", async () => {
  const form = `${app.url}/staff/projects/${code}/assign`;
  const cookie = await signIn(app.url, "shenhe", password);
  const acknowledged: string[] = [];
  let goesOn = true;
  const writing = (async () => {
    for (let number = 1; goesOn; number += 1) {
      const unit = `演示单位 ${number}`;
      const answer = await fillForm(form, { unit }, cookie).catch(() => null);
      if (answer && isAcknowledged(answer)) acknowledged.push(unit);
      else await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();

  await pollUntil("some writes", async () => acknowledged.length >= killedAfter, 120_000);
  const postmaster = runningPostmaster(path.join(postgres.folder, "data"));
  if (!postmaster) throw new Error("Postgres does not run");
  process.kill(postmaster.pid, "SIGKILL");

  await pollUntil("the outage to be noticed", async () => {
    const { status, body } = await request(`${app.url}/`);
    return status === 503 && body.includes("暂时无法提供服务");
  });
  const meanwhile: number[] = [];
  await pollUntil("the site to be well again", async () => {
    const { status } = await request(`${app.url}/`);
    meanwhile.push(status);
    return status === 200;
  });
  expect(meanwhile.slice(0, -1).filter((status) => status !== 503)).toEqual([]);
  const before = acknowledged.length;
  await pollUntil("writes to go on", async () => acknowledged.length > before);
  goesOn = false;
  await writing;

  const kept: string[] = await withClient(postgres.url, async (client) => {
    const { rows } = await client.query(
      `select u.name from assignments a join units u on u.id = a.unit_id
       join projects p on p.id = a.project_id where p.code = $1`,
      [code],
    );
    return rows.map(({ name }) => name);
  });
  expect(kept).toEqual(expect.arrayContaining(acknowledged));
  const { rows: open } = await withClient(postgres.url, (client) =>
    client.query(
      "select count(*)::int from assignments a join projects p on p.id = a.project_id where p.code = $1 and a.until is null",
      [code],
    ),
  );
  expect(open).toEqual([{ count: 1 }]);
  expect((await request(`${app.url}/projects/${code}`)).body).toContain(acknowledged.at(-1));
}, 300_000);
