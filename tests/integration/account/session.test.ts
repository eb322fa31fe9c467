import { beforeAll, describe, expect, it } from "vitest";
import { disableAccount } from "@/lib/account/account-commands";
import { findOpenSession, listOwnSessions } from "@/lib/account/account-queries";
import {
  endOtherSessions,
  endOwnSession,
  endSessionsOf,
  noteUse,
  signOut,
} from "@/lib/account/session-commands";
import { roles } from "@/lib/auth/policy";
import { Forbidden } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { type CastName, castOf, createCast, viewerOf } from "../../support/cast";

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

async function sessionLastSeen(name: CastName, lastSeenAt: Date) {
  const { sessionId } = await viewerOf(name);
  await db.session.update({ where: { id: sessionId }, data: { lastSeenAt } });
  return sessionId;
}

beforeAll(createCast);

describe("a session", () => {
  it.each([
    ["zhao", 14, true],
    ["zhao", 16, false],
    ["guan", 16, false],
    ["lin", 16, true],
    ["lin", 6 * 24 * 60, true],
  ] as const)("of %s, unused for %i minutes, is open: %s", async (name, minutes, isOpen) => {
    const sessionId = await sessionLastSeen(name, minutesAgo(minutes));
    expect(Boolean(await findOpenSession(sessionId))).toBe(isOpen);
  });

  it("ends at its absolute end, however much it is used", async () => {
    const { sessionId } = await viewerOf("lin");
    await db.session.update({ where: { id: sessionId }, data: { expiresAt: minutesAgo(1) } });
    expect(await findOpenSession(sessionId)).toBeNull();
  });

  it("is none when its id is made up", async () => {
    expect(await findOpenSession("4dd0ab2b-6a6e-4d66-8f4c-1c1b7f0f4a55")).toBeNull();
    expect(await findOpenSession("' or true --")).toBeNull();
  });

  it("notes its use at most once a minute", async () => {
    const id = await sessionLastSeen("zhao", minutesAgo(0.5));
    const recent = { id, lastSeenAt: minutesAgo(0.5) };
    expect(await noteUse(recent)).toBe(recent.lastSeenAt);
    expect(Date.now() - (await noteUse({ id, lastSeenAt: minutesAgo(2) })).getTime()).toBeLessThan(10_000);
    expect((await findOpenSession(id))?.lastSeenAt.getTime()).toBeGreaterThan(minutesAgo(0.4).getTime());
  });

  it("is over at the next request when its account is disabled", async () => {
    const { sessionId } = await viewerOf("qian");
    await disableAccount(await viewerOf("guan"), { name: "qian" });
    expect(await findOpenSession(sessionId)).toBeNull();
  });

  it("has the role that the account has now", async () => {
    const { sessionId } = await viewerOf("li");
    await db.account.update({ where: { name: "li" }, data: { role: "official" } });
    expect(await findOpenSession(sessionId)).toMatchObject({ role: "official" });
  });
});

describe("ending sessions", () => {
  it("ends the one that signs out", async () => {
    const viewer = await viewerOf("zhao");
    await signOut(viewer);
    expect(await findOpenSession(viewer.sessionId)).toBeNull();
  });

  it("ends another of one's own, which the list then lacks", async () => {
    const [viewer, forgotten] = [await viewerOf("sun"), await viewerOf("sun")];
    expect(await listOwnSessions(viewer)).toHaveLength(2);
    await endOwnSession(viewer, forgotten);
    expect(await listOwnSessions(viewer)).toMatchObject([{ id: viewer.sessionId, isCurrent: true }]);
    const event = { action: "session.ended", subject: "sun", accountId: viewer.accountId };
    expect(await db.auditEvent.count({ where: event })).toBe(1);
  });

  it("does not reach a session of somebody else", async () => {
    const [viewer, other] = [await viewerOf("zhao"), await viewerOf("sun")];
    await endOwnSession(viewer, other);
    expect(await findOpenSession(other.sessionId)).not.toBeNull();
  });

  it("ends all others of one's own and keeps the one that asks", async () => {
    const [viewer, first, second] = [await viewerOf("ji"), await viewerOf("ji"), await viewerOf("ji")];
    await endOtherSessions(viewer);
    const open = await Promise.all(
      [viewer, first, second].map(({ sessionId }) => findOpenSession(sessionId)),
    );
    expect(open.map(Boolean)).toEqual([true, false, false]);
  });

  it("of another account is the security administrator's", async () => {
    const target = await viewerOf("lin");
    await endSessionsOf(await viewerOf(castOf.security), { name: "lin" });
    expect(await findOpenSession(target.sessionId)).toBeNull();
    await expect(endSessionsOf(await viewerOf(castOf.security), { name: "nobody" })).rejects.toThrow(
      /没有用户名/,
    );
  });

  it.each(roles.filter((role) => role !== "security"))(
    "of another account is refused to %s",
    async (role) => {
      const target = await viewerOf("lin");
      await expect(endSessionsOf(await viewerOf(castOf[role]), { name: "lin" })).rejects.toThrow(Forbidden);
      expect(await findOpenSession(target.sessionId)).not.toBeNull();
    },
  );
});
