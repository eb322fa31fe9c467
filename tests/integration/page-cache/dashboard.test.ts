import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport } from "@/lib/progress/review-commands";
import { type AppServer, startAppServer } from "../../support/app-server";
import { castOf, castPassword, viewerOf } from "../../support/cast";
import { hiddenFields, signIn } from "../../support/form-post";
import { request } from "../../support/page-request";
import { pollUntil } from "../../support/poll";
import { openDesk, reportOf } from "../../support/staff-desk";
import { openTcpGate, type TcpGate } from "../../support/tcp-gate";

const requestId = "00000000-0000-4000-8000-000000000003";
/** A line that only officials and those who work for them see. */
const internal = "待审核填报";

let gate: TcpGate;
let app: AppServer;

beforeAll(async () => {
  await openDesk();
  const directUrl = String(process.env.DATABASE_URL);
  gate = await openTcpGate(directUrl);
  app = await startAppServer({ databaseUrl: gate.url, directUrl });
}, 180_000);

afterAll(async () => {
  await app?.stop();
  await gate?.close();
});

const dashboard = (asOf = "", init?: RequestInit) =>
  request(`${app.url}/dashboard${asOf && `?asOf=${asOf}`}`, init);

async function warmUp(asOf?: string): Promise<void> {
  await pollUntil("the dashboard to be stored", async () => (await dashboard(asOf)).cache === "HIT");
}

test("the second reader of the dashboard costs the database nothing, however the day is written", async () => {
  await warmUp();
  await warmUp("2015-08-10");
  const sent = gate.bytesSent();
  for (const asOf of ["", "%20", "2015-08-10", "2015/8/10", "20150810"])
    expect(await dashboard(asOf)).toMatchObject({ status: 200, cache: "HIT" });
  expect(gate.bytesSent()).toBe(sent);
});

test.each([
  ["2015-02-30", "2015 年 2 月没有 30 日"],
  ["2150-01-01", "统计日不能晚于今天"],
  ["yesterday", "看不懂这个日期"],
])("the stored page says why %s is not the day it shows", async (asOf, notice) => {
  await warmUp(asOf);
  expect((await dashboard(asOf)).body).toContain(notice);
});

test("it allows the style attributes of its charts, and of scripts only its own", async () => {
  await warmUp();
  const { body, headers } = await dashboard();
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("style-src-attr 'unsafe-inline'");
  expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe");
  for (const [, script = ""] of body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g))
    expect(policy).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
});

test("a publication drops it", async () => {
  const input = { code: "P2015-05", requestId, report: reportOf(), returned: null };
  const { id } = await submitReport(await viewerOf(castOf.staff), input);
  await warmUp();
  await publishReport(await viewerOf(castOf.reviewer), { id, version: 1, isMoneyPublic: false });
  await pollUntil("the publication", async () => (await dashboard()).body.includes("已核实 1/14"));
});

test("whoever signs in gets a page of their own, which nobody else gets, until they sign out", async () => {
  await warmUp();
  const cookie = await signIn(app.url, castOf.official, castPassword);
  const own = await dashboard("", { headers: { cookie } });
  expect(own).toMatchObject({ status: 200, cache: null });
  expect(own.headers.get("cache-control")).toContain("no-store");
  expect(own.body).toContain(internal);
  const others = await dashboard();
  expect(others.cache).toBe("HIT");
  expect(others.body).not.toContain(internal);

  const body = new FormData();
  for (const [name, value] of Object.entries(hiddenFields(own.body, "$ACTION_KEY"))) body.append(name, value);
  const headers = { cookie, origin: app.url };
  const signedOut = await request(`${app.url}/dashboard`, { method: "POST", body, headers });
  expect(signedOut.headers.get("set-cookie")).toMatch(/session-token=;/);
  expect(await dashboard()).toMatchObject({ cache: "HIT", body: others.body });
  const withOldCookie = await dashboard("", { headers: { cookie } });
  expect(withOldCookie.cache).toBeNull();
  expect(withOldCookie.body).not.toContain(internal);
});
