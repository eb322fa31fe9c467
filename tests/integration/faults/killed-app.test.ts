import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { type AppServer, startAppServer } from "../../support/app-server";
import { castOf, castPassword } from "../../support/cast";
import { fillForm, isAcknowledged, signIn } from "../../support/form-post";
import { request } from "../../support/page-request";
import { pollUntil } from "../../support/poll";
import { openDesk } from "../../support/staff-desk";

const writers = 4;
const killedAfter = 5;

let app: AppServer;
let codes: string[];

const start = () => startAppServer({ databaseUrl: String(process.env.DATABASE_URL) });
const unitOf = (code: string) => `责任单位甲${code}`;

beforeAll(async () => {
  await openDesk();
  codes = (await db.project.findMany({ select: { code: true } })).map(({ code }) => code);
  app = await start();
}, 300_000);

afterAll(() => app?.stop());

/** Assigns one project after the other until the application is gone; tells of each that was acknowledged. */
async function assign(waiting: string[], cookie: string, acknowledge: (code: string) => void): Promise<void> {
  for (let code = waiting.pop(); code; code = waiting.pop()) {
    const form = `${app.url}/staff/projects/${code}/assign`;
    const answer = await fillForm(form, { unit: unitOf(code) }, cookie).catch(() => null);
    if (!answer) return;
    if (isAcknowledged(answer)) acknowledge(code);
  }
}

test("a kill amid writes loses nothing acknowledged, leaves nothing half done and no old page", async () => {
  const cookie = await signIn(app.url, castOf.reviewer, castPassword);
  for (const code of codes) {
    const page = `${app.url}/projects/${code}`;
    await pollUntil(`${code} to be stored`, async () => (await request(page)).cache === "HIT");
  }

  const acknowledged: string[] = [];
  const waiting = [...codes];
  const acknowledge = (code: string) => {
    acknowledged.push(code);
    if (acknowledged.length === killedAfter) void app.kill();
  };
  await Promise.all(Array.from({ length: writers }, () => assign(waiting, cookie, acknowledge)));
  await app.kill();
  expect(acknowledged.length).toBeGreaterThanOrEqual(killedAfter);

  const rows = await db.assignment.findMany({
    select: { project: { select: { code: true } }, unit: { select: { name: true } } },
  });
  const assigned = rows.map(({ project }) => project.code);
  expect(assigned).toEqual(expect.arrayContaining(acknowledged));
  for (const { project, unit } of rows) expect(unit.name).toBe(unitOf(project.code));
  const events = await db.auditEvent.findMany({
    where: { subject: { in: codes } },
    select: { subject: true },
  });
  expect(events.map(({ subject }) => subject).toSorted()).toEqual(assigned.toSorted());

  app = await start();
  for (const code of codes) {
    const { status, body } = await request(`${app.url}/projects/${code}`);
    expect({ code, status, isAssigned: body.includes(unitOf(code)) }).toEqual({
      code,
      status: 200,
      isAssigned: assigned.includes(code),
    });
  }
}, 300_000);
