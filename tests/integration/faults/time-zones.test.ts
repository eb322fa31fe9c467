import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { type AppServer, startAppServer } from "../../support/app-server";
import { loadFacts } from "../../support/facts";
import { request, withoutScripts } from "../../support/page-request";
import { reportOnProject } from "../../support/reported-project";

const zones = ["Asia/Shanghai", "UTC", "America/New_York"];
const addresses = [
  "/",
  "/projects?sort=due",
  "/projects/P2015-05",
  "/agreements/A2015-02",
  "/enterprises/zte",
  "/sources/report-2015-08-10",
  "/dashboard",
  "/dashboard?asOf=2016-06-30",
  "/api/v1/projects",
  "/api/v1/projects/P2015-05",
  "/api/v1/stats?asOf=2015-12-31",
  "/sitemap.xml",
];

const apps = new Map<string, AppServer>();

beforeAll(async () => {
  await loadFacts();
  await reportOnProject();
  const databaseUrl = String(process.env.DATABASE_URL);
  for (const zone of zones) {
    apps.set(
      zone,
      await startAppServer({ databaseUrl, env: { TZ: zone, NEXTAUTH_URL: "http://localhost" } }),
    );
  }
}, 300_000);

afterAll(() => Promise.all([...apps.values()].map((app) => app.stop())));

test.each(addresses)("%s is the same wherever the server stands", async (address) => {
  const [here, ...elsewhere] = await Promise.all([...apps.values()].map((app) => readable(app, address)));
  expect(here?.status).toBe(200);
  for (const answer of elsewhere) expect(answer).toEqual(here);
});

test("a day begins at midnight in Shanghai, for the server and the database alike", async () => {
  const [row] = await db.$queryRaw<{ day: string }[]>`select app_today()::text as day`;
  for (const app of apps.values()) {
    expect((await readable(app, "/")).text).toContain(row?.day);
  }
});

/** What a reader sees: without what is new in every answer. */
async function readable(app: AppServer, address: string) {
  const { status, body } = await request(app.url + address);
  return { status, text: withoutScripts(body).replaceAll(/ nonce="[^"]*"/g, "") };
}
