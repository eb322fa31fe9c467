import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { addAttachment } from "@/lib/attachment/attachment-commands";
import { type Access, pages, routes } from "@/lib/auth/endpoints";
import { can, type Role, roles } from "@/lib/auth/policy";
import { sealSessionId } from "@/lib/auth/session-cookie";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { handInAll } from "@/lib/import/confirmation-commands";
import { uploadWorkbook } from "@/lib/import/import-commands";
import { submitReport } from "@/lib/progress/progress-commands";
import { attachedForm } from "@/lib/progress/report-form-rules";
import { publishReport } from "@/lib/progress/review-commands";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { type AppServer, startAppServer } from "../../support/app-server";
import { photo } from "../../support/attached-files";
import { castOf, viewerOf } from "../../support/cast";
import { request } from "../../support/page-request";
import { openDesk, reportOf } from "../../support/staff-desk";
import { workbookOf } from "../../support/workbook-file";

const visitors = [null, ...roles] as const;
const requestId = "00000000-0000-4000-8000-000000000001";

/** Where each page can be asked for; "{report}" is a report that waits for its review, "{change}" a change, "{photo}" is public. */
const pageAddresses = {
  "/[lang]": "/",
  "/[lang]/about": "/about",
  "/[lang]/agreements": "/agreements",
  "/[lang]/agreements/[code]": "/agreements/A2015-01",
  "/[lang]/dashboard/[day]": "/dashboard?asOf=2015-08-10",
  "/[lang]/enterprises": "/enterprises",
  "/[lang]/enterprises/[slug]": "/enterprises/zte",
  "/[lang]/projects/[code]": "/projects/P2015-05",
  "/[lang]/register/[key]": "/projects",
  "/[lang]/sources": "/sources",
  "/[lang]/sources/[slug]": "/sources/report-2015-08-10",
  "/dashboard": "/dashboard",
  "/problems": "/problems",
  "/sign-in": "/sign-in",
  "/staff": "/staff",
  "/staff/account": "/staff/account",
  "/staff/accounts": "/staff/accounts",
  "/staff/handover": "/staff/handover",
  "/staff/audit": "/staff/audit",
  "/staff/projects/[code]": "/staff/projects/P2015-06",
  "/staff/export": "/staff/export",
  "/staff/import": "/staff/import",
  "/staff/review/import/[id]": "/staff/review/import/{import}",
  "/staff/import/[id]": "/staff/import/{import}",
  "/staff/projects/[code]/assign": "/staff/projects/P2015-06/assign",
  "/staff/projects/[code]/report": "/staff/projects/P2015-06/report",
  "/staff/projects/[code]/report/attachments": "/staff/projects/P2015-06/report/attachments",
  "/staff/projects/[code]/report/check": "/staff/projects/P2015-06/report/check",
  "/staff/projects/[code]/report/done/[id]": "/staff/projects/P2015-05/report/done/{report}",
  "/staff/projects/[code]/report/correct/[id]": "/staff/projects/P2015-07/report/correct/{published}",
  "/staff/projects/[code]/verify": "/staff/projects/P2015-06/verify",
  "/staff/register": "/staff/register",
  "/staff/register/[subject]/[key]": "/staff/register/agreement/A2015-02",
  "/staff/register/[subject]/[key]/check": "/staff/register/agreement/A2015-02/check",
  "/staff/register/done/[id]": "/staff/register/done/{change}",
  "/staff/review": "/staff/review",
  "/staff/review/[kind]/[id]": "/staff/review/report/{report}",
  "/staff/rounds": "/staff/rounds",
  "/staff/rounds/[period]": "/staff/rounds/2016-08",
  "/staff/rounds/[period]/grid": "/staff/rounds/2016-08/grid",
  "/staff/rounds/[period]/grid/check": "/staff/rounds/2016-08/grid/check",
  "/staff/rounds/[period]/grid/done": "/staff/rounds/2016-08/grid/done",
  "/staff/rounds/[period]/publish": "/staff/rounds/2016-08/publish",
  "/staff/rounds/[period]/publish/check": "/staff/rounds/2016-08/publish/check",
} as const satisfies Record<keyof typeof pages, `/${string}`>;

const routeAddresses = {
  "GET /api/attachments/[key]": "/api/attachments/{photo}",
  "GET /api/auth/[...nextauth]": "/api/auth/session",
  "GET /api/health": "/api/health",
  "GET /api/ready": "/api/ready",
  "GET /api/v1/openapi.json": "/api/v1/openapi.json",
  "GET /open-data/[dataset]/[key]": "/api/v1/projects",
  "GET /robots.txt": "/robots.txt",
  "GET /sitemap.xml": "/sitemap.xml",
  "POST /api/drafts": "/api/drafts",
  "GET /staff/export/projects.xlsx": "/staff/export/projects.xlsx?stage=signed",
  "GET /staff/import/[id]/bad.xlsx": "/staff/import/{import}/bad.xlsx",
  "GET /staff/import/register.xlsx": "/staff/import/register.xlsx?rows=blank",
  "GET /staff/import/reports.xlsx": "/staff/import/reports.xlsx",
  "POST /api/uploads/workbook": "/api/uploads/workbook",
  "POST /api/uploads": "/api/uploads?code=P2015-06",
} as const satisfies Record<keyof typeof routes, `/${string}`>;

let app: AppServer;
let report: { id: number; summary: string };
let published: number;
let photoKey: string;
let change: { id: number };
let upload: { id: number };
const cookies = new Map<Role, string>();

beforeAll(async () => {
  await openDesk();
  photoKey = await publishPhoto();
  upload = await importProject();
  const input = { code: "P2015-05", requestId, report: reportOf(), returned: null };
  const { id } = await submitReport(await viewerOf(castOf.staff), input);
  report = { id, summary: input.report.summary };
  const other = { code: "P2015-07", requestId: randomUUID(), report: reportOf(), returned: null };
  published = (await submitReport(await viewerOf(castOf.staff), other)).id;
  await publishReport(await viewerOf(castOf.reviewer), { id: published, version: 1, isMoneyPublic: false });
  change = await submitChange(await viewerOf(castOf.staff), {
    subject: "place",
    kind: "creation",
    key: null,
    baseVersion: null,
    content: { name: "汇川区" },
    reason: null,
    evidence: { kind: "document", text: "行政区划名录", on: "2016-09-01" },
    requestId,
    returned: null,
    form: "place:new",
  });
  for (const role of roles) {
    const { sessionId } = await viewerOf(castOf[role]);
    const sealed = await sealSessionId(sessionId, new Date(Date.now() + 3_600_000));
    cookies.set(role, `${sessionCookieName}=${sealed}`);
  }
  app = await startAppServer({ databaseUrl: String(process.env.DATABASE_URL) });
}, 300_000);

afterAll(() => app?.stop());

/** The key of a photo that a published report brought. */
async function publishPhoto(): Promise<string> {
  const [author, reviewer] = [await viewerOf(castOf.staff), await viewerOf(castOf.reviewer)];
  const { key } = await addAttachment(author, attachedForm("P2015-01"), await photo());
  const input = { code: "P2015-01", requestId: randomUUID(), report: reportOf(), returned: null };
  const { id } = await submitReport(author, input);
  await publishReport(reviewer, { id, version: 1, isMoneyPublic: false });
  return key;
}

/** An import of which a registration waits for its review. */
async function importProject(): Promise<{ id: number }> {
  const author = await viewerOf(castOf.staff);
  const bytes = await workbookOf([
    ["项目编号", "项目名称", "类型", "项目内容", "企业", "签约日期"],
    [null, "云谷算力中心", "工程", "建设一座算力中心。", "云谷科技", "2016-03-01"],
  ]);
  const { id } = await uploadWorkbook(author, { fileName: "a.xlsx", bytes });
  const evidence = { kind: "document", text: "备案文件", on: "2016-09-01" } as const;
  await handInAll(author, { id, grounds: { kind: "creation", reason: null, evidence } });
  return { id };
}

function withIds(address: string): string {
  return address
    .replace("{report}", String(report.id))
    .replace("{published}", String(published))
    .replace("{photo}", photoKey)
    .replace("{import}", String(upload.id))
    .replace("{change}", String(change.id));
}

function ask(address: string, role: Role | null, init: RequestInit = {}) {
  const cookie = role && cookies.get(role);
  const url = app.url + withIds(address);
  return request(url, { ...init, headers: { ...init.headers, ...(cookie && { cookie }) } });
}

function mayOpen(role: Role | null, access: Access): boolean {
  return access === "public" || can(role, access);
}

describe.each(Object.entries(pageAddresses))("the page %s", (page, address) => {
  const access: Access = pages[page as keyof typeof pages];

  test.each(visitors)("opens for %s as the inventory says", async (role) => {
    const { status, headers, body } = await ask(address, role);
    const location = headers.get("location") ?? "";
    if (mayOpen(role, access)) {
      expect([200, 307]).toContain(status);
      expect(location).not.toContain("/sign-in");
      return;
    }
    if (role === null) {
      expect(status).toBe(307);
      expect(location).toContain(`/sign-in?next=${encodeURIComponent(withIds(address))}`);
      return;
    }
    expect(status).toBe(403);
    expect(body).not.toContain(report.summary);
  });

  test.each([undefined, "null", "https://evil.example"])("takes no post from %s", async (origin) => {
    const { status, body } = await ask(address, "reviewer", {
      method: "POST",
      headers: origin ? { origin } : {},
      body: new URLSearchParams({ decision: "publish" }),
    });
    expect(status).toBe(403);
    expect(body).toContain("这次提交没有被接受");
  });
});

describe.each(Object.entries(routeAddresses))("the route %s", (route, address) => {
  const access: Access = routes[route as keyof typeof routes];
  const [method] = route.split(" ");

  test.each(visitors)("answers %s as the inventory says", async (role) => {
    const post = { method, headers: { origin: app.url }, body: new FormData() };
    const { status } = await ask(address, role, method === "POST" ? post : {});
    // A post that brings nothing is let in, and then refused for what it lacks.
    if (mayOpen(role, access)) expect(status).toBe(method === "POST" ? 422 : 200);
    else expect([401, 403]).toContain(status);
  });

  it("takes no post from elsewhere", async () => {
    const headers = { origin: "https://evil.example" };
    expect((await ask(address, "reviewer", { method: "POST", headers })).status).toBe(403);
  });
});
