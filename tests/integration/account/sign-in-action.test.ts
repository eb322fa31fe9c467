import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signInAction, signOutAction } from "@/lib/account/account-actions";
import { getViewer } from "@/lib/auth/current-viewer";
import { sealSessionId } from "@/lib/auth/session-cookie";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { db } from "@/lib/db";
import { emptyFormState } from "@/lib/result";
import { castPassword, createCast, viewerOf } from "../../support/cast";
import { enrol, middleOfThisStep } from "../../support/second-factor";

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

async function signedInAs(name: string): Promise<void> {
  const { sessionId } = await viewerOf(name);
  browser.cookies.set(sessionCookieName, await sealSessionId(sessionId, new Date(Date.now() + 60_000)));
}

const redirectTo = (path: string) => ({ digest: expect.stringContaining(`;${path};`) });

beforeAll(createCast);
beforeEach(() => {
  browser.cookies.clear();
  browser.headers = new Headers({ "x-forwarded-for": "6.6.6.6, 10.2.0.1" });
});

describe("the sign-in action", () => {
  const submitSignIn = (fields: Record<string, string>) =>
    signInAction(emptyFormState, formOf({ step: "password", ...fields }));

  it("sets a cookie that says who asks, and goes where they wanted", async () => {
    const fields = { name: "zhao", password: castPassword, next: "/staff/review" };
    await expect(submitSignIn(fields)).rejects.toMatchObject(redirectTo("/staff/review"));
    expect(await getViewer()).toMatchObject({ name: "zhao", role: "staff", address: "10.2.0.1" });
  });

  it("never leaves the site", async () => {
    const fields = { name: "lin", password: castPassword, next: "//evil.example" };
    await expect(submitSignIn(fields)).rejects.toMatchObject(redirectTo("/dashboard"));
  });

  it("goes to the password when that has to be changed", async () => {
    await db.account.update({ where: { name: "li" }, data: { mustChangePassword: true } });
    const fields = { name: "li", password: castPassword, next: "/staff/review" };
    await expect(submitSignIn(fields)).rejects.toMatchObject(redirectTo("/staff/account"));
  });

  it("keeps the name and not the password when it refuses", async () => {
    const state = await submitSignIn({ name: "zhao", password: "Wrong-Password-1" });
    expect(state.message).toMatch(/不正确/);
    expect(state.values).toEqual({ step: "password", name: "zhao" });
    expect(browser.cookies.size).toBe(0);
  });

  describe("of an account with a second factor", () => {
    const pendingOf = async () => {
      const { result } = await submitSignIn({ name: "sun", password: castPassword });
      return result?.pending ?? "";
    };
    let codes: string[];
    beforeAll(async () => {
      vi.useFakeTimers({ toFake: ["Date"], now: middleOfThisStep });
      codes = (await enrol("sun")).recoveryCodes;
    });
    afterAll(() => vi.useRealTimers());

    it("asks for the code without a cookie, then goes where they wanted", async () => {
      const pending = await pendingOf();
      expect(browser.cookies.size).toBe(0);
      const fields = { step: "code", pending, secondFactor: codes[0] ?? "", next: "/staff/review" };
      await expect(submitSignIn(fields)).rejects.toMatchObject(redirectTo("/staff/review"));
      expect(await getViewer()).toMatchObject({ name: "sun" });
    });

    it("keeps what was asked and not the code when it refuses", async () => {
      const pending = await pendingOf();
      const state = await submitSignIn({ step: "code", pending, secondFactor: "k7m2-9qwx-4tzn" });
      expect(state.fieldErrors).toEqual({ secondFactor: expect.stringMatching(/不正确/) });
      expect(state.values).toEqual({ step: "code", pending });
    });

    it("starts again after five minutes, and with what we did not make", async () => {
      const code = { step: "code", secondFactor: codes[1] ?? "" };
      const cookie = await sealSessionId(
        "4dd0ab2b-6a6e-4d66-8f4c-1c1b7f0f4a55",
        new Date(Date.now() + 60_000),
      );
      const late = await pendingOf();
      for (const pending of ["", "made up", cookie]) {
        expect((await submitSignIn({ ...code, pending })).message).toMatch(/重新输入用户名和密码/);
      }
      vi.setSystemTime(Date.now() + 5.5 * 60_000);
      expect((await submitSignIn({ ...code, pending: late })).message).toMatch(/重新输入用户名和密码/);
    });

    it("never takes the answer to the password for a session", async () => {
      browser.cookies.set(sessionCookieName, await pendingOf());
      expect(await getViewer()).toBeNull();
    });
  });

  it("signing out ends the session, also for whoever kept the cookie", async () => {
    await signedInAs("zhao");
    const kept = browser.cookies.get(sessionCookieName) ?? "";
    await expect(signOutAction(emptyFormState, new FormData())).rejects.toMatchObject(redirectTo("/"));
    browser.cookies.set(sessionCookieName, kept);
    expect(await getViewer()).toBeNull();
  });
});
