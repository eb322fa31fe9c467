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
import { type PageAnswer, request } from "../../support/page-request";
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

  const answers: PageAnswer[] = [];
  const isSaid = async (times: number, line: string) => {
    answers.push(await request(`${app.url}/`));
    return app.output().split(line).length > times;
  };
  await pollUntil("the loss to be noticed", () => isSaid(1, "The page cache lost the database"));
  await pollUntil("changes to be heard again", () => isSaid(2, "The page cache hears the database"));
  await pollUntil("the site to be well again", async () => (await request(`${app.url}/`)).status === 200);
  const outage = answers.slice(answers.findIndex(({ status }) => status === 503));
  for (const { status, body } of outage.filter((answer) => answer.status !== 200)) {
    expect(status).toBe(503);
    expect(body).toContain("暂时无法提供服务");
  }
  const before = acknowledged.length;
  await pollUntil("writes to go on", async () => acknowledged.length > before);
  goesOn = false;
  await writing;

  const { kept, open } = await withClient(postgres.url, async (client) => {
    const { rows } = await client.query<{ name: string; isOpen: boolean }>(
      `select u.name, a.until is null as "isOpen" from assignments a join units u on u.id = a.unit_id
       join projects p on p.id = a.project_id where p.code = $1`,
      [code],
    );
    return { kept: rows.map(({ name }) => name), open: rows.filter(({ isOpen }) => isOpen) };
  });
  expect(kept).toEqual(expect.arrayContaining(acknowledged));
  expect(open).toHaveLength(1);
  expect((await request(`${app.url}/projects/${code}`)).body).toContain(open[0]?.name);
}, 300_000);
