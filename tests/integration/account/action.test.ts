import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import { getViewer } from "@/lib/auth/current-viewer";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { sealSessionId } from "@/lib/auth/session-cookie";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { requirePermission } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { DomainError, emptyFormState, SeparationRefused } from "@/lib/result";
import { sessionEndedText } from "@/lib/text/account-text";
import { createCast, viewerOf } from "../../support/cast";

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

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const submit = (fields: Record<string, string>, run: (viewer: unknown) => Promise<unknown>) =>
  action(
    "keepSession",
    z.object({ note: z.string().min(2, "请写明。") }),
    run,
  )(emptyFormState, formOf(fields));

async function signedInAs(name: string): Promise<void> {
  const { sessionId } = await viewerOf(name);
  browser.cookies.set(sessionCookieName, await sealSessionId(sessionId, new Date(Date.now() + 60_000)));
}

const redirectTo = (path: string) => ({ digest: expect.stringContaining(`;${path};`) });
const forbiddenAnswer = { digest: "NEXT_HTTP_ERROR_FALLBACK;403" };

beforeAll(createCast);
beforeEach(() => {
  env.REQUIRE_TOTP = false;
  browser.cookies.clear();
  browser.headers = new Headers({
    "x-forwarded-for": "6.6.6.6, 10.2.0.1",
    referer: "http://host/staff?page=2",
  });
});

describe("every action", () => {
  it("sends who is not signed in to sign in and back to the page of the form", async () => {
    const run = vi.fn();
    await expect(submit({ note: "好的" }, run)).rejects.toMatchObject(
      redirectTo("/sign-in?next=%2Fstaff%3Fpage%3D2"),
    );
    expect(run).not.toHaveBeenCalled();
  });

  it("keeps a form on its page that a script sent after the session had ended", async () => {
    browser.headers.set("next-action", "40ab");
    const run = vi.fn();
    const state = await submit({ note: "写了很久的一段" }, run);
    expect(state).toMatchObject({ message: sessionEndedText, values: { note: "写了很久的一段" } });
    expect(run).not.toHaveBeenCalled();
  });

  it("takes a cookie that we did not make for none", async () => {
    browser.cookies.set(sessionCookieName, "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x.y.z");
    expect(await getViewer()).toBeNull();
  });

  it("says what is wrong at its field, keeps the input, and does nothing", async () => {
    await signedInAs("zhao");
    const run = vi.fn();
    const state = await submit({ note: "x", other: "y" }, run);
    expect(state).toMatchObject({ fieldErrors: { note: "请写明。" }, values: { note: "x", other: "y" } });
    expect(run).not.toHaveBeenCalled();
  });

  it("gives what the user can put right back to the form", async () => {
    await signedInAs("zhao");
    const state = await submit({ note: "好的" }, async () => {
      throw new DomainError("请换一个。", "note");
    });
    expect(state).toMatchObject({ fieldErrors: { note: "请换一个。" }, values: { note: "好的" } });
  });

  it("returns the result of what was done", async () => {
    await signedInAs("zhao");
    expect(await submit({ note: "好的" }, async () => 7)).toMatchObject({ fieldErrors: {}, result: 7 });
  });

  it("forbids what the role may not, and leaves an audit event", async () => {
    await signedInAs("zhao");
    const viewer = await getViewer();
    const attempt = submit({ note: "好的" }, async () => requirePermission(viewer, "report:review"));
    await expect(attempt).rejects.toMatchObject(forbiddenAnswer);
    const event = await db.auditEvent.findFirst({
      where: { action: "permission.refused" },
      select: { actor: true, subject: true, details: true, succeeded: true, address: true },
    });
    expect(event).toEqual({
      actor: "zhao",
      subject: "keepSession",
      details: { permission: "report:review" },
      succeeded: false,
      address: "10.2.0.1",
    });
  });

  it("whoever would decide on their own work leaves one, and keeps the form", async () => {
    await signedInAs("zhao");
    const state = await submit({ note: "好的" }, async () => {
      throw new SeparationRefused("请转给别人。");
    });
    expect(state).toMatchObject({ message: "请转给别人。", values: { note: "好的" } });
    const events = await db.auditEvent.findMany({ where: { action: "permission.refused" } });
    expect(events.at(-1)).toMatchObject({ actor: "zhao", details: { reason: "own" }, succeeded: false });
  });

  it("leads to the own account while a required second factor is not on, and no further", async () => {
    env.REQUIRE_TOTP = true;
    await signedInAs("qian");
    const due = redirectTo("/staff/account");
    await expect(requirePageViewer("/staff", "/staff")).rejects.toMatchObject(due);
    const attempt = submit({ note: "好的" }, async () =>
      requirePermission(await getViewer(), "report:write"),
    );
    await expect(attempt).rejects.toMatchObject(due);
    await expect(requirePageViewer("/staff/account", "/staff/account")).resolves.toMatchObject({
      name: "qian",
    });
    await signedInAs("lin");
    expect(await getViewer()).toMatchObject({ mustAddSecondFactor: false });
    const { accountId } = await viewerOf("sun");
    const confirmed = { secret: "v1.any", confirmedAt: new Date(), lastStep: 1 };
    await db.secondFactor.create({ data: { accountId, ...confirmed } });
    await signedInAs("sun");
    await expect(requirePageViewer("/staff", "/staff")).resolves.toMatchObject({ name: "sun" });
  });

  it("a page leaves one as well", async () => {
    await signedInAs("zhao");
    await expect(requirePageViewer("/staff/review", "/staff/review")).rejects.toMatchObject(forbiddenAnswer);
    const event = await db.auditEvent.findFirst({
      where: { action: "permission.refused", subject: "/staff/review" },
      select: { actor: true, details: true, succeeded: true },
    });
    expect(event).toEqual({ actor: "zhao", details: { permission: "report:review" }, succeeded: false });
  });

  it("lets a bug through, unexplained to the user", async () => {
    await signedInAs("zhao");
    const bug = new TypeError("x is undefined");
    const attempt = submit({ note: "好的" }, async () => {
      throw bug;
    });
    await expect(attempt).rejects.toBe(bug);
  });
});
