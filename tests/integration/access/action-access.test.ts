import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { FormAction } from "@/lib/auth/action";
import { type Access, actions } from "@/lib/auth/endpoints";
import { can, roles } from "@/lib/auth/policy";
import { sealSessionId } from "@/lib/auth/session-cookie";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { db } from "@/lib/db";
import { emptyFormState } from "@/lib/result";
import { castOf, createCast, viewerOf } from "../../support/cast";

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

const modules = import.meta.glob<Record<string, FormAction>>("/lib/**/*-actions.ts", { eager: true });
const made = new Map(Object.values(modules).flatMap((module) => Object.entries(module)));

const forbidden = "NEXT_HTTP_ERROR_FALLBACK;403";

beforeAll(createCast);
beforeEach(() => browser.cookies.clear());

async function signInAs(name: string): Promise<void> {
  const { sessionId } = await viewerOf(name);
  browser.cookies.set(sessionCookieName, await sealSessionId(sessionId, new Date(Date.now() + 60_000)));
}

/** What an action answers to an empty form: Next's digest of where it leads, or its message. */
async function answerOf(name: string): Promise<string> {
  const run = made.get(`${name}Action`);
  if (!run) throw new Error(`No action is called ${name}Action`);
  try {
    const { message } = await run(emptyFormState, new FormData());
    return message ?? "";
  } catch (error) {
    if (error instanceof Error && "digest" in error) return String(error.digest);
    throw error;
  }
}

describe.each(Object.entries(actions))("the action %s", (name, access: Access) => {
  if (access === "public") {
    it("answers who is not signed in", async () => {
      expect(await answerOf(name)).not.toMatch(/403|sign-in/);
    });
    return;
  }

  it("sends who is not signed in to sign in", async () => {
    expect(await answerOf(name)).toContain(";/sign-in;");
  });

  it.each(roles)("lets %s do it, or not, as the inventory says", async (role) => {
    await signInAs(castOf[role]);
    const answer = await answerOf(name);
    if (can(role, access)) expect(answer).not.toMatch(/403|sign-in/);
    else expect(answer).toBe(forbidden);
  });

  it("does nothing for a one-time password but its change", async () => {
    const role = roles.find((candidate) => can(candidate, access)) ?? "staff";
    await db.account.update({ where: { name: castOf[role] }, data: { mustChangePassword: true } });
    await signInAs(castOf[role]);
    const answer = await answerOf(name);
    await db.account.update({ where: { name: castOf[role] }, data: { mustChangePassword: false } });
    if (access === "own-account:manage") expect(answer).not.toContain(";/staff/account;307");
    else expect(answer).toContain(";/staff/account;");
  });
});
