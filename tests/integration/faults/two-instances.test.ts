import { afterAll, beforeAll, expect, test } from "vitest";
import { submitReport } from "@/lib/progress/progress-commands";
import { type AppServer, startAppServer } from "../../support/app-server";
import { castOf, castPassword, viewerOf } from "../../support/cast";
import { fillForm, isAcknowledged, signIn } from "../../support/form-post";
import { request } from "../../support/page-request";
import { pollUntil } from "../../support/poll";
import { openDesk, reportOf } from "../../support/staff-desk";

const summary = "首批机柜 300 个到货。";
const requestId = "00000000-0000-4000-8000-000000000002";
const pages = ["/projects/P2015-05", "/api/v1/projects/P2015-05"];

let one: AppServer;
let other: AppServer;
let report: number;

beforeAll(async () => {
  await openDesk();
  const input = { code: "P2015-05", requestId, report: reportOf({ summary }), returned: null };
  report = (await submitReport(await viewerOf(castOf.staff), input)).id;
  const databaseUrl = String(process.env.DATABASE_URL);
  [one, other] = [await startAppServer({ databaseUrl }), await startAppServer({ databaseUrl })];
}, 300_000);

afterAll(() => Promise.all([one?.stop(), other?.stop()]));

test("what a reviewer does on one instance is at once on its pages, and soon on the other's", async () => {
  const review = `${one.url}/staff/review/report/${report}`;
  const cookie = await signIn(one.url, castOf.reviewer, castPassword);
  const shows = async (app: AppServer, page: string) =>
    (await request(app.url + page)).body.includes(summary);
  for (const page of pages) {
    await pollUntil(`${page} to be stored`, async () => (await request(other.url + page)).cache === "HIT");
    expect(await shows(other, page)).toBe(false);
  }

  expect(isAcknowledged(await fillForm(review, { decision: "publish" }, cookie))).toBe(true);
  for (const page of pages) {
    expect(await shows(one, page)).toBe(true);
    await pollUntil(`the publication on ${page}`, () => shows(other, page));
  }

  expect(isAcknowledged(await fillForm(review, { reason: "写错了项目" }, cookie))).toBe(true);
  for (const page of pages) {
    expect(await shows(one, page)).toBe(false);
    await pollUntil(`the withdrawal on ${page}`, async () => !(await shows(other, page)));
  }
}, 300_000);
