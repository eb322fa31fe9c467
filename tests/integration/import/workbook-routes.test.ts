import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealSessionId } from "@/lib/auth/session-cookie";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { db } from "@/lib/db";
import { workbookLimits } from "@/lib/excel/workbook-limits.mjs";
import { type AppServer, startAppServer } from "../../support/app-server";
import { viewerOf } from "../../support/cast";
import { request } from "../../support/page-request";
import { tableOf, workbookOfTable } from "../../support/sheet-table";
import { openDesk } from "../../support/staff-desk";
import { bomb } from "../../support/workbook-file";

let app: AppServer;
const cookies = new Map<string, string>();

beforeAll(async () => {
  await openDesk();
  for (const name of ["zhao", "qian", "lin", "sun"]) {
    const { sessionId } = await viewerOf(name);
    const sealed = await sealSessionId(sessionId, new Date(Date.now() + 3_600_000));
    cookies.set(name, `${sessionCookieName}=${sealed}`);
  }
  app = await startAppServer({ databaseUrl: String(process.env.DATABASE_URL) });
}, 300_000);

afterAll(() => app?.stop());

const cookieOf = (name: string | null): Record<string, string> => {
  const cookie = name && cookies.get(name);
  return cookie ? { cookie } : {};
};

type Sending = { as?: string | null; asForm?: boolean; origin?: string | null; name?: string };

function send(
  bytes: Uint8Array,
  { as = "zhao", asForm = true, origin = app.url, name = "表.xlsx" }: Sending = {},
) {
  const body = new FormData();
  body.append("file", new File([Uint8Array.from(bytes)], name));
  const accept = asForm ? "text/html" : "application/json";
  const headers = { accept, ...(origin === null ? {} : { origin }), ...cookieOf(as) };
  return request(`${app.url}/api/uploads/workbook`, { method: "POST", body, headers });
}

async function download(path: string, as: string | null = "zhao") {
  const response = await fetch(app.url + path, { headers: cookieOf(as), redirect: "manual" });
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

const page = async (path: string, as = "zhao") => request(app.url + path, { headers: cookieOf(as) });

describe("a workbook", () => {
  it("is downloaded, filled in, uploaded by a plain form, and previewed before anything is handed in", async () => {
    const template = await download("/staff/import/reports.xlsx?month=2016-08");
    expect(template.headers.get("content-disposition")).toContain(
      encodeURIComponent("月度填报 2016-08.xlsx"),
    );
    expect(template.headers.get("cache-control")).toBe("no-store");
    const table = await tableOf(template.bytes);
    const rows = table.rows.map((row) =>
      row.项目编号 === "P2015-05" ? { ...row, 本期进展: "机房主体完成，首批机柜进场安装。" } : row,
    );
    const sent = await send(await workbookOfTable({ ...table, rows }));
    expect([sent.status, sent.headers.get("location")]).toEqual([
      303,
      expect.stringMatching(/^\/staff\/import\/\d+$/),
    ]);
    const { status, body } = await page(sent.headers.get("location") ?? "");
    expect(status).toBe(200);
    expect(body).toContain("还没有提交");
    expect(body).toContain("机房主体完成，首批机柜进场安装。");
    expect(await db.progressReport.count()).toBe(0);
    expect((await page(sent.headers.get("location") ?? "", "qian")).status).toBe(404);
  });

  it("that is a bomb, or no workbook, leads to the page that says so", async () => {
    for (const [bytes, words] of [
      [await bomb(), "展开以后过大"],
      [Buffer.from("编号,名称"), "这不是 Excel 工作簿"],
    ] as const) {
      const { headers } = await send(bytes);
      expect((await page(headers.get("location") ?? "")).body).toContain(words);
    }
  });

  it("that is too big, or not there, is refused on the page of the form", async () => {
    const big = await send(Buffer.alloc(workbookLimits.bytes + 1));
    expect(big.headers.get("location")).toBe("/staff/import?problem=too-big");
    const none = await send(Buffer.alloc(0));
    expect(none.headers.get("location")).toBe("/staff/import?problem=nothing");
    expect((await page("/staff/import?problem=nothing")).body).toContain("还没有选文件");
    expect((await page("/staff/import?problem=nonsense")).body).not.toContain("错误");
    expect((await send(Buffer.alloc(workbookLimits.bytes + 1), { asForm: false })).status).toBe(413);
  });

  it.each([null, "null", "https://evil.example"])(
    "from a page of %s is refused before it is read",
    async (origin) => {
      const before = await db.import.count();
      expect((await send(Buffer.from("x"), { origin })).status).toBe(403);
      expect(await db.import.count()).toBe(before);
    },
  );

  it("of who may not import is refused, and the attempt is recorded", async () => {
    expect((await send(Buffer.from("x"), { as: "lin" })).status).toBe(403);
    const toSignIn = await send(Buffer.from("x"), { as: null });
    expect([toSignIn.status, toSignIn.headers.get("location")]).toEqual([303, "/sign-in"]);
    const refusals = await db.auditEvent.count({
      where: { subject: "POST /api/uploads/workbook", action: "permission.refused" },
    });
    expect(refusals).toBe(1);
  });
});

describe("a download", () => {
  it("of the export keeps its filters, and officials have it too", async () => {
    const { status, headers, bytes } = await download(
      "/staff/export/projects.xlsx?enterprise=zte&page=2",
      "lin",
    );
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toContain("script-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect((await tableOf(bytes)).rows).toHaveLength(9);
  });

  it("of who is not signed in, or may not, is a page that says so", async () => {
    const nobody = await download("/staff/import/register.xlsx", null);
    expect([nobody.status, Buffer.from(nobody.bytes).toString()]).toEqual([
      401,
      expect.stringContaining("请先登录"),
    ]);
    const official = await download("/staff/import/register.xlsx", "lin");
    expect([official.status, Buffer.from(official.bytes).toString()]).toEqual([
      403,
      expect.stringContaining("没有权限"),
    ]);
    expect((await download("/staff/import/999999/bad.xlsx")).status).toBe(404);
  });
});
