import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { SentFile } from "@/lib/attachment/attachment-content";
import { mostBytes, mostBytesOfUpload } from "@/lib/attachment/attachment-rules";
import { sealSessionId } from "@/lib/auth/session-cookie";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport, withdrawReport } from "@/lib/progress/review-commands";
import { type AppServer, startAppServer } from "../../support/app-server";
import { pdf, photo } from "../../support/attached-files";
import { castOf, viewerOf } from "../../support/cast";
import { request } from "../../support/page-request";
import { openDesk, reportOf } from "../../support/staff-desk";

let app: AppServer;
const cookies = new Map<string, string>();

beforeAll(async () => {
  await openDesk();
  for (const name of Object.values(castOf)) {
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

type Sending = { code?: string; as?: string | null; asForm?: boolean; headers?: Record<string, string> };

function send(
  file: SentFile,
  { code = "P2015-05", as = "zhao", asForm = false, headers = {} }: Sending = {},
) {
  const body = new FormData();
  body.append("file", new File([Uint8Array.from(file.bytes)], file.name));
  const accept = asForm ? "text/html,application/xhtml+xml" : "application/json";
  return request(`${app.url}/api/uploads?code=${code}`, {
    method: "POST",
    body,
    headers: { origin: app.url, accept, ...cookieOf(as), ...headers },
  });
}

async function upload(file: SentFile, sending: Sending = {}): Promise<{ key: string }> {
  const { status, body } = await send(file, sending);
  if (status !== 201) throw new Error(`${status}: ${body}`);
  return JSON.parse(body);
}

const bytesAt = async (path: string, as: string | null = null, headers: Record<string, string> = {}) => {
  const response = await fetch(app.url + path, { headers: { ...cookieOf(as), ...headers } });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
};

describe("an upload", () => {
  it("of a photo is answered with what was made of it", async () => {
    const { status, body, headers } = await send(await photo("工地 1.png", { format: "png" }));
    expect([status, headers.get("x-request-id")]).toEqual([201, expect.stringMatching(/^[\w-]{8,}$/)]);
    expect(JSON.parse(body)).toMatchObject({ kind: "photo", name: "工地 1.jpg", width: 1000, height: 2000 });
  });

  it("of a form without JavaScript leads back to the page of the attachments, also when it is refused", async () => {
    const taken = await send(pdf(), { asForm: true });
    const page = "/staff/projects/P2015-05/report/attachments";
    expect([taken.status, taken.headers.get("location")]).toEqual([303, page]);
    const refused = await send({ name: "a.exe", bytes: Buffer.from("MZ") }, { asForm: true });
    expect([refused.status, refused.headers.get("location")]).toEqual([303, `${page}?problem=type`]);
    const { body } = await request(`${app.url}${page}?problem=type`, { headers: cookieOf("zhao") });
    expect(body).toContain("验收单.pdf");
    expect(body).toContain("不收这种文件");
  });

  it.each([undefined, "null", "https://evil.example"])(
    "from a page of %s is refused before it is read",
    async (origin) => {
      const file = pdf("foreign.pdf", "foreign");
      const headers: Record<string, string> = origin ? { origin } : {};
      const body = new FormData();
      body.append("file", new File([Uint8Array.from(file.bytes)], file.name));
      const answer = await request(`${app.url}/api/uploads?code=P2015-05`, {
        method: "POST",
        body,
        headers: { ...headers, ...cookieOf("zhao") },
      });
      expect(answer.status).toBe(403);
      expect(await db.attachment.count({ where: { name: "foreign.pdf" } })).toBe(0);
    },
  );

  it("by nobody, or by who may not report, is refused in the words of the asker", async () => {
    expect((await send(pdf(), { as: null })).status).toBe(401);
    const toSignIn = await send(pdf(), { as: null, asForm: true });
    expect([toSignIn.status, toSignIn.headers.get("location")]).toEqual([303, "/sign-in"]);
    expect((await send(pdf(), { as: "lin" })).status).toBe(403);
    expect((await send(pdf(), { as: "lin", asForm: true })).body).toContain("没有权限");
    const refusals = await db.auditEvent.count({ where: { subject: "POST /api/uploads", succeeded: false } });
    expect(refusals).toBe(2);
  });

  it("of the largest file passes whole, and one byte more is too much", async () => {
    const largest = Buffer.alloc(mostBytes.pdf, "%PDF-1.4 ");
    const { key } = await upload({ name: "大.pdf", bytes: largest });
    expect((await bytesAt(`/api/attachments/${key}`, "zhao")).bytes.equals(largest)).toBe(true);
    const more = Buffer.concat([largest, Buffer.from("x")]);
    const { status, body } = await send({ name: "大.pdf", bytes: more });
    expect([status, JSON.parse(body).detail]).toEqual([413, expect.stringContaining("文件太大")]);
  });

  it("that is longer than any may be is answered, whatever length it states", async () => {
    const { status } = await send({
      name: "大.pdf",
      bytes: Buffer.alloc(mostBytesOfUpload * 2, "%PDF-1.4 "),
    });
    expect(status).toBe(413);
    const streamed = await fetch(`${app.url}/api/uploads?code=P2015-05`, {
      method: "POST",
      duplex: "half",
      body: endless(mostBytesOfUpload + 1),
      headers: { origin: app.url, "content-type": "multipart/form-data; boundary=x", ...cookieOf("zhao") },
    } as RequestInit);
    expect(streamed.status).toBe(413);
    const stated = await rawPost({ "content-length": "99999999999" });
    expect(stated).toMatch(/^HTTP\/1.1 413/);
  });

  it.each([
    ["no form at all", "application/json", "{}"],
    ["a form without a file", "application/x-www-form-urlencoded", "file=x"],
    [
      "a form that breaks off",
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="file"',
    ],
  ])("that is %s is refused", async (_what, contentType, body) => {
    const { status } = await request(`${app.url}/api/uploads?code=P2015-05`, {
      method: "POST",
      body,
      headers: { origin: app.url, "content-type": contentType, ...cookieOf("zhao") },
    });
    expect(status).toBe(422);
  });

  it("names a file that would lead out of its folder, and the name stays a name", async () => {
    const { key } = await upload({ ...pdf("x", "paths"), name: "../../../etc/cron.d/x.pdf" });
    expect(await db.attachment.findUnique({ where: { key } })).toMatchObject({ name: "x.pdf" });
  });
});

function endless(bytes: number): ReadableStream<Uint8Array> {
  const piece = new Uint8Array(64 * 1024);
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) controller.close();
      else controller.enqueue(piece);
      left -= piece.length;
    },
  });
}

/** The beginning of the answer to a post that never sends its body. */
function rawPost(headers: Record<string, string>): Promise<string> {
  const { hostname, port, host } = new URL(app.url);
  const all = {
    host,
    origin: app.url,
    "content-type": "multipart/form-data; boundary=x",
    ...cookieOf("zhao"),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`POST /api/uploads?code=P2015-05 HTTP/1.1\r\n${lines.join("")}\r\n`),
    );
    socket.once("data", (data) => {
      resolve(String(data));
      socket.destroy();
    });
    socket.once("error", reject);
  });
}

test("a photo is public from publication to withdrawal: asked for again each time, and run as nothing", async () => {
  const code = "P2015-06";
  const [zhao, sun] = [await viewerOf("zhao"), await viewerOf("sun")];
  const { key } = await upload(await photo(), { code });
  const file = await upload(pdf("批复（盖章）'1'.pdf", "sealed"), { code });
  const address = `/api/attachments/${key}`;
  expect((await bytesAt(address)).status).toBe(404);

  const { id } = await submitReport(zhao, {
    code,
    requestId: randomUUID(),
    report: reportOf(),
    returned: null,
  });
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  const full = await bytesAt(address);
  expect(full.status).toBe(200);
  expect(Object.fromEntries(full.headers)).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": `inline; filename*=UTF-8''${key}.jpg`,
    "content-security-policy": expect.stringMatching(/^default-src 'none';.* sandbox$/),
    "x-content-type-options": "nosniff",
    "cache-control": "public, no-cache",
  });
  expect((await sharp(full.bytes).metadata()).exif).toBeUndefined();
  const small = await bytesAt(`${address}?size=thumb`);
  expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 240, height: 480 });
  const etag = full.headers.get("etag") ?? "";
  expect((await bytesAt(address, null, { "if-none-match": etag })).status).toBe(304);
  expect((await bytesAt(`${address}?size=thumb`, null, { "if-none-match": etag })).status).toBe(200);

  expect((await bytesAt(`/api/attachments/${file.key}`)).status).toBe(404);
  const { headers } = await bytesAt(`/api/attachments/${file.key}`, "lin");
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition":
      "attachment; filename*=UTF-8''%E6%89%B9%E5%A4%8D%EF%BC%88%E7%9B%96%E7%AB%A0%EF%BC%89%271%27.pdf",
    "cache-control": "private, no-store",
  });
  const page = await request(`${app.url}/projects/${code}`);
  expect(page.body).toContain(`${address}?size=thumb`);

  await withdrawReport(sun, { id, version: 2, reason: "照片里有人脸" });
  expect((await bytesAt(address, null, { "if-none-match": etag })).status).toBe(404);
  expect((await bytesAt(`${address}?size=thumb`)).status).toBe(404);
});

test.each(["0".repeat(32), "..%2F..%2Fsecret", "x", "%00"])("nothing is behind the key %s", async (key) => {
  expect((await bytesAt(`/api/attachments/${key}`, "sun")).status).toBe(404);
});
