import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "@/app/api/drafts/route";
import { sealKeeper } from "@/lib/auth/form-keeper";
import { sealSessionId } from "@/lib/auth/session-cookie";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { discardReportDraftAction, writeReportAction } from "@/lib/progress/progress-actions";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { returnChange } from "@/lib/register-change/register-review-commands";
import { emptyFormState } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { creation } from "../../support/register-desk";
import { auditOf, openDesk, typed } from "../../support/staff-desk";

// The edge of Next: one browser's cookies and what its requests carry.
const browser = vi.hoisted(() => ({ cookies: new Map<string, string>(), headers: new Headers() }));
vi.mock("next/headers", () => ({
  headers: async () => browser.headers,
  cookies: async () => ({
    get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined),
    set: (name: string, value: string) => browser.cookies.set(name, value),
  }),
}));
// What the server's bundle has under that name.
vi.mock("next/navigation", () => import("next/dist/client/components/navigation.react-server.js"));
process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";

const code = "P2015-05";
const form = `report:${code}`;
let zhao: Viewer;
let qian: Viewer;
let keeper: string;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  keeper = await sealKeeper(zhao, form);
});
beforeEach(async () => {
  browser.cookies.clear();
  browser.headers = new Headers({ referer: `http://host/staff/projects/${code}/report` });
  await db.draft.deleteMany();
});

async function signInAs({ sessionId }: Viewer): Promise<void> {
  browser.cookies.set(sessionCookieName, await sealSessionId(sessionId, new Date(Date.now() + 60_000)));
}

function formOf(values: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, String(value));
  return data;
}

const sent = (values: Record<string, string> = {}) =>
  formOf({ code, keeper, intent: "save", draftVersion: "", ...typed(), ...values });

async function post(body: FormData | string) {
  const response = await POST(new Request("http://host/api/drafts", { method: "POST", body }));
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

const drafts = () => db.draft.findMany({ select: { accountId: true, form: true, input: true } });

test("what was typed is stored, and the answer says so", async () => {
  await signInAs(zhao);
  expect(await post(sent({ percent: "45" }))).toMatchObject({
    status: 200,
    body: { draftVersion: 1, savedAt: expect.any(String), differences: [], isChecked: false },
  });
  expect(await drafts()).toMatchObject([{ accountId: zhao.accountId, form, input: { percent: "45" } }]);
});

test("a check says what is wrong, and stores it all the same", async () => {
  await signInAs(zhao);
  const { body } = await post(sent({ intent: "check", percent: "一半" }));
  expect(body).toMatchObject({ isChecked: true, isReady: false, errors: { percent: expect.any(String) } });
  expect(await drafts()).toHaveLength(1);
});

test("who is not signed in stores nothing and is told to sign in", async () => {
  expect(await post(sent())).toMatchObject({ status: 401, body: { title: "登录已结束" } });
  expect(await drafts()).toEqual([]);
});

test("somebody else who signed in meanwhile does not get it as theirs", async () => {
  await signInAs(qian);
  expect(await post(sent({ percent: "45" }))).toMatchObject({ status: 409 });
  expect(await drafts()).toEqual([]);
});

test("who may not keep drafts is refused, and the attempt is noted", async () => {
  await signInAs(await viewerOf("guan"));
  expect(await post(sent())).toMatchObject({ status: 403 });
  expect(await auditOf("POST /api/drafts")).toEqual(["guan permission.refused"]);
});

test.each<[string, FormData | string]>([
  ["a form that does not say whose it is", formOf({ code, ...typed() })],
  ["a form with a token that we did not seal", formOf({ code, keeper: "x.y.z", ...typed() })],
  ["something else than a form", "not a form"],
])("%s is refused with what to do", async (_what, body) => {
  await signInAs(zhao);
  expect(await post(body)).toMatchObject({ status: 422, body: { detail: "页面已过期，请刷新后再填。" } });
});

test("a project that is somebody else's by now takes no draft", async () => {
  const project = await db.project.findUniqueOrThrow({ where: { code } });
  const unit = await db.unit.create({ data: { name: "甲单位" } });
  const assigned = { projectId: project.id, unitId: unit.id, accountId: qian.accountId };
  const assignment = await db.assignment.create({
    data: { ...assigned, since: new Date("2016-01-01"), assignedById: qian.accountId },
  });
  await signInAs(zhao);
  expect(await post(sent())).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining("别人负责") },
  });
  await db.assignment.delete({ where: { id: assignment.id } });
});

test("a draft is thrown away by its owner alone", async () => {
  await signInAs(zhao);
  await post(sent());
  await signInAs(qian);
  expect(await post(sent({ intent: "discard" }))).toMatchObject({ status: 409 });
  expect(await drafts()).toHaveLength(1);
  await signInAs(zhao);
  expect(await post(sent({ intent: "discard" }))).toMatchObject({ status: 204 });
  expect(await drafts()).toEqual([]);
});

describe("a form of the register and the grid of a month", () => {
  type Sent = [form: string, values: Record<string, string>];
  const places: Sent = ["place:new", { subject: "place", key: "new", name: "甲区" }];
  const grids: Sent = ["grid:2016-08", { period: "2016-08", scope: "own", [`${code}-percent`]: "40" }];
  const from = async (viewer: Viewer, [name, values]: Sent, intent = "save") =>
    post(formOf({ keeper: await sealKeeper(viewer, name), intent, ...values }));

  test.each([
    ["the register", places, { name: "甲区" }],
    ["the grid", grids, { [`${code}-percent`]: "40" }],
  ])("%s are kept and thrown away in the same way", async (_what, sending, input) => {
    await signInAs(zhao);
    expect(await from(zhao, sending)).toMatchObject({ status: 200, body: { draftVersion: 1 } });
    expect(await drafts()).toEqual([{ accountId: zhao.accountId, form: sending[0], input }]);
    expect(await from(zhao, sending, "discard")).toMatchObject({ status: 204 });
    expect(await drafts()).toEqual([]);
  });

  test.each([
    ["the register", places],
    ["the grid", grids],
  ])(
    "of %s take nothing from who is signed out, somebody else, or of another role",
    async (_what, sending) => {
      expect(await from(zhao, sending)).toMatchObject({ status: 401 });
      await signInAs(qian);
      expect(await from(zhao, sending)).toMatchObject({ status: 409 });
      for (const name of ["sun", "guan"]) {
        const person = await viewerOf(name);
        await signInAs(person);
        expect(await from(person, sending)).toMatchObject({ status: 403 });
        expect(await from(person, sending, "discard")).toMatchObject({ status: 403 });
      }
      expect(await drafts()).toEqual([]);
    },
  );

  test.each<[string, Sent]>([
    ["something that is not registered", ["place:nowhere", { subject: "place", key: "nowhere" }]],
    ["a standing of nothing", ["standing:new", { subject: "standing", key: "new" }]],
    ["a kind that has no form", ["source:new", { subject: "source", key: "new" }]],
    ["a kind that the page was not about", ["place:new", { subject: "source", key: "new" }]],
    ["no month", ["grid:2016-13", { period: "2016-13", scope: "own" }]],
    ["somebody's projects", ["grid:2016-08", { period: "2016-08", scope: "all" }]],
  ])("are refused: %s", async (_what, sending) => {
    await signInAs(zhao);
    expect(await from(zhao, sending)).toMatchObject({ status: 422, body: { detail: expect.any(String) } });
    expect(await drafts()).toEqual([]);
  });

  test("a returned registration is mended by its own author alone", async () => {
    const { id } = await submitChange(qian, creation("place", { name: "汇川" }));
    const reviewer = await viewerOf("sun");
    await returnChange(reviewer, { id, version: 1, reason: "请写到区", field: "name" });
    const mended: Sent = [`place:${id}`, { subject: "place", key: String(id), name: "汇川区" }];
    await signInAs(zhao);
    expect(await from(zhao, mended)).toMatchObject({ status: 422 });
    expect(await drafts()).toEqual([]);
    await signInAs(qian);
    expect(await from(qian, mended)).toMatchObject({ status: 200 });
    expect(await drafts()).toMatchObject([{ accountId: qian.accountId, form: `place:${id}` }]);
  });

  test("a check says what is wrong with the register's form", async () => {
    await signInAs(zhao);
    const { body } = await from(zhao, places, "check");
    expect(body).toMatchObject({ isChecked: true, isReady: false, errors: { evidence: expect.any(String) } });
  });
});

test("without JavaScript a draft is thrown away too, and its page opened anew", async () => {
  await signInAs(zhao);
  await post(sent());
  const page = `/staff/projects/${code}/report`;
  await expect(
    discardReportDraftAction(emptyFormState, formOf({ code, correctsId: "" })),
  ).rejects.toMatchObject({
    digest: expect.stringContaining(`;${page};`),
  });
  expect(await drafts()).toEqual([]);
});

test("without JavaScript what is sent after the session's end waits for its author to sign in", async () => {
  await expect(writeReportAction(emptyFormState, sent({ percent: "45" }))).rejects.toMatchObject({
    digest: expect.stringContaining("/sign-in?next=%2Fstaff%2Fprojects%2FP2015-05%2Freport&kept=1"),
  });
  expect(await drafts()).toMatchObject([
    { accountId: zhao.accountId, form: `parked:${form}`, input: { percent: "45", summary: typed().summary } },
  ]);
});

test("without JavaScript another account's form is kept for that account, and not shown to this one", async () => {
  await signInAs(qian);
  const { message, values } = await writeReportAction(emptyFormState, sent({ percent: "45" }));
  expect(message).toContain("另一个账号");
  expect(values).toEqual({});
  expect(await drafts()).toMatchObject([{ accountId: zhao.accountId, form: `parked:${form}` }]);
});

test("with JavaScript it stays on the page", async () => {
  browser.headers.set("next-action", "1");
  const { message, values } = await writeReportAction(emptyFormState, sent({ percent: "45" }));
  expect(message).toContain("登录已结束");
  expect(values).toMatchObject({ percent: "45" });
  expect(await drafts()).toEqual([]);
});

test("a name that no database stores is stored without what it does not take", async () => {
  await signInAs(zhao);
  expect(await post(sent({ "no\0te": "一" }))).toMatchObject({ status: 200 });
});
