import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AppServer, startAppServer } from "../../support/app-server";
import { request, withoutScripts } from "../../support/page-request";
import { pollUntil } from "../../support/poll";
import { addProjects, connect } from "./shared-database";

let database: pg.Client;
let app: AppServer;

beforeAll(async () => {
  database = await connect();
  await addProjects(database, { "P2093-01": "甲项目" });
  app = await startAppServer({ databaseUrl: String(process.env.DATABASE_URL) });
}, 180_000);

afterAll(async () => {
  await app?.stop();
  await database?.end();
});

const get = (address: string, init?: RequestInit) => request(app.url + address, init);

test.each(["/", "/projects", "/projects/P2093-01", "/projects/P2093-99", "/no-such-page"])(
  "%s allows its own inline scripts and no others",
  async (address) => {
    for (const { body, headers } of [await get(address), await get(address)]) {
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).not.toContain("unsafe");
      const scripts = [...body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
      expect(scripts.length).toBeGreaterThan(0);
      for (const [, script = ""] of scripts) {
        expect(policy).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
      }
    }
  },
);

test("a page that is rendered for each request has a nonce of its own on every inline script", async () => {
  const nonces = [await get("/sign-in"), await get("/sign-in")].map(({ body, headers }) => {
    const policy = headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'self' 'nonce-([\w-]+)';/.exec(policy)?.[1];
    const scripts = [...body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
    return nonce;
  });
  expect(new Set(nonces).size).toBe(2);
});

test("every response carries the security headers and a number for the log, also refusals and errors", async () => {
  await database.query("alter table projects rename to hidden_projects");
  const failed = [await get("/projects?page=77"), await get("/api/v1/projects?page=77")];
  await database.query("alter table hidden_projects rename to projects");
  expect(failed.map(({ status }) => status)).toEqual([500, 500]);
  const answers = [
    ...failed,
    ...(await Promise.all(
      [
        "/",
        "/no-such-page",
        "/projects/P2093-99",
        "/zh",
        "/api/health",
        "/api/v1/projects?page=0",
        "/nothing.csv",
      ].map((address) => get(address)),
    )),
    await get("/", { method: "POST" }),
    await get("/api/v1/projects", { method: "POST" }),
  ];
  for (const { headers } of answers) {
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("x-request-id")).toMatch(/^[\w-]{8,64}$/);
    expect(headers.has("strict-transport-security")).toBe(false);
    expect(headers.has("x-powered-by")).toBe(false);
  }
});

test("a failure is not stored", async () => {
  expect((await get("/projects?page=77")).status).toBe(200);
  expect((await get("/api/v1/projects?page=77")).status).toBe(200);
});

test("caches in front must ask again, and are told when nothing changed", async () => {
  await pollUntil("the page to be stored", async () => (await get("/")).cache === "HIT");
  const page = await get("/");
  expect(page.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  // fetch adds `no-cache` to such a request unless it is told otherwise, and then Next always sends the page.
  const conditional = { "if-none-match": page.headers.get("etag") ?? "", "cache-control": "max-age=0" };
  const again = await get("/", { headers: conditional });
  expect(again.status).toBe(304);
});

test.each([
  "/no-such-page",
  "/projects/P2093-99",
  "/zh",
  "/zh/about",
  "/register/all",
  "/open-data/projects/all",
  "/projects/%25zz",
  "/projects/%E0%A4%A",
])("%s is a true 404 that can be read without JavaScript", async (address) => {
  const { status, body } = await get(address);
  expect(status).toBe(404);
  expect(body).toContain('lang="zh-CN"');
  expect(withoutScripts(body)).toContain("没有这一页");
});

test("a bad API parameter is refused by name, a bad page parameter only mentioned", async () => {
  const refused = await get("/api/v1/projects?stage=built&pageSize=5");
  expect(refused.status).toBe(400);
  expect(refused.headers.get("content-type")).toContain("application/problem+json");
  expect(JSON.parse(refused.body)).toMatchObject({ status: 400, parameters: ["stage"] });
  expect((await get("/projects?stage=built")).status).toBe(200);
});

test.each([undefined, "null", "https://evil.example"])(
  "a post from %s is refused in Chinese",
  async (origin) => {
    const { status, body } = await get("/", { method: "POST", headers: origin ? { origin } : {} });
    expect(status).toBe(403);
    expect(body).toContain("这次提交没有被接受");
  },
);

test("a form that is too long is refused in Chinese before anything reads it", async () => {
  const body = new URLSearchParams({ summary: "字".repeat(200_000) });
  const answer = await get("/sign-in", { method: "POST", body, headers: { origin: app.url } });
  expect(answer.status).toBe(413);
  expect(answer.body).toContain("这次提交太长");
  const draft = await get("/api/drafts", { method: "POST", body, headers: { origin: app.url } });
  expect({ ...draft, body: JSON.parse(draft.body) }).toMatchObject({
    status: 413,
    body: { title: "这次提交太长" },
  });
});

test("HEAD is answered like GET, without a body", async () => {
  const { status, body, headers } = await get("/projects/P2093-01", { method: "HEAD" });
  expect({ status, body }).toEqual({ status: 200, body: "" });
  expect(headers.get("content-security-policy")).toContain("script-src");
});

test("under https, and only there, browsers are told to stay with it", async () => {
  const databaseUrl = String(process.env.DATABASE_URL);
  const secure = await startAppServer({ databaseUrl, env: { NEXTAUTH_URL: "https://tz.zunyi.example" } });
  const { headers } = await request(`${secure.url}/`);
  await secure.stop();
  expect(headers.get("strict-transport-security")).toContain("max-age=31536000");
});

test("every public page is stored: none has forgotten its generateStaticParams", () => {
  const manifest = (name: string) =>
    JSON.parse(readFileSync(path.join(process.cwd(), ".next-test", name), "utf8"));
  const routes: string[] = Object.values(manifest("app-path-routes-manifest.json"));
  const publicPages = [...new Set(routes)].filter((route) => route.startsWith("/[lang]"));
  expect(publicPages).toContain("/[lang]");
  expect(Object.keys(manifest("prerender-manifest.json").dynamicRoutes)).toEqual(
    expect.arrayContaining(publicPages),
  );
});
