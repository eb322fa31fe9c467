import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { operator, record } from "@/lib/audit/audit-record";
import { verifyChain } from "@/lib/audit/audit-verify";
import { db } from "@/lib/db";
import { forge, rehash, relink, renumber, restoreEvents, writeEvents } from "../../support/forger";

const count = 12;

beforeAll(() => writeEvents(count));
afterEach(restoreEvents);

const finding = async () => (await verifyChain()).finding;
const insertAt = (id: number | string, prevHash = "''", hash = "''") => `
  insert into audit_events (id, actor, action, subject, details, prev_hash, hash)
  values (${id}, 'sun', 'report.published', 'P2015-05', '{}', ${prevHash}, ${hash})`;
const hashOf = (id: number) => `(select hash from audit_events where id = ${id})`;

describe("a chain that nobody touched", () => {
  it("is whole, and says its last event", async () => {
    const last = await db.auditEvent.findUniqueOrThrow({ where: { id: count }, select: { hash: true } });
    expect(await verifyChain()).toEqual({ count, end: { number: count, hash: last.hash }, finding: null });
  });

  it.each([1, 5, 11, 12, 13])("is whole when it is read in parts of %i", async (size) => {
    expect(await verifyChain({ size })).toMatchObject({ count, finding: null });
  });

  it("goes on with the next event", async () => {
    await record(db, { actor: operator, action: "account.disabled", subject: "zhao" });
    expect(await verifyChain()).toMatchObject({ count: count + 1, finding: null });
  });

  it("of no events is whole", async () => {
    await forge("delete from audit_events");
    expect(await verifyChain()).toEqual({ count: 0, end: null, finding: null });
  });
});

describe("an edited event is named", () => {
  it.each([
    "actor = 'qian'",
    "subject = 'P2015-99'",
    `details = '{"unit": ["a", "b"]}'`,
    "at = at - interval '1 day'",
    "address = '10.9.9.9'",
    "succeeded = false",
    "action = 'report.withdrawn'",
    "hash = repeat('f', 64)",
    "prev_hash = repeat('f', 64)",
    "prev_hash = '', hash = ''",
  ])("whatever of it was changed: %s", async (change) => {
    await forge(`update audit_events set ${change} where id = 5`);
    expect(await verifyChain()).toMatchObject({ count: 4, finding: { kind: "edited", number: 5 } });
  });

  it.each([1, count])("when it is number %i", async (id) => {
    await forge(`update audit_events set subject = 'other' where id = ${id}`);
    expect(await finding()).toEqual({ kind: "edited", number: id });
  });

  it("when its hash was made to fit", async () => {
    await forge("update audit_events set subject = 'other' where id = 5", rehash(5));
    expect(await finding()).toEqual({ kind: "edited", number: 5 });
  });

  it("when it is one of several", async () => {
    await forge("update audit_events set subject = 'other' where id in (9, 4, 7)");
    expect(await finding()).toEqual({ kind: "edited", number: 4 });
  });

  it("in whatever part it stands", async () => {
    await forge("update audit_events set subject = 'other' where id = 7");
    for (const size of [1, 6, 7, 20])
      expect((await verifyChain({ size })).finding).toEqual({ kind: "edited", number: 7 });
  });

  it("when the database's own function was replaced by one that lies", async () => {
    const [audit] = await db.$queryRaw<
      [{ hash: string }]
    >`select pg_get_functiondef('audit_hash'::regproc) as hash`;
    await forge(
      "create or replace function audit_hash(event audit_events) returns text language sql immutable as 'select event.hash::text'",
      "update audit_events set subject = 'other' where id = 5",
    );
    expect(await finding()).toEqual({ kind: "edited", number: 5 });
    await forge(audit.hash);
  });

  it("when only the triggers were switched off", async () => {
    await forge(
      "alter table audit_events disable trigger all",
      "update audit_events set subject = 'other' where id = 5",
      "alter table audit_events enable trigger all",
    );
    expect(await finding()).toEqual({ kind: "edited", number: 5 });
  });
});

describe("a deleted event is named", () => {
  it.each([
    ["1", 1, 1],
    ["1, 2", 1, 2],
    ["5", 5, 5],
    ["5, 6, 7, 9", 5, 7],
  ])("when these are gone: %s", async (ids, number, last) => {
    await forge(`delete from audit_events where id in (${ids})`);
    expect(await finding()).toEqual({ kind: "deleted", number, last });
  });

  it("when the rest was renumbered", async () => {
    await forge("delete from audit_events where id = 5", renumber(6, -1));
    expect(await finding()).toMatchObject({ kind: "deleted", number: 5 });
  });

  it("when the next was linked to the one before", async () => {
    await forge("delete from audit_events where id = 5", relink(6, 4));
    expect(await finding()).toMatchObject({ kind: "deleted", number: 5 });
  });
});

describe("an inserted event is named", () => {
  it.each([
    ["without a hash", insertAt(count + 1)],
    ["with a number far beyond", insertAt(1000)],
    ["with the number nought", insertAt(0)],
    ["linked, with a false hash", insertAt(count + 1, hashOf(count), "repeat('e', 64)")],
  ])("at the end, %s", async (_how, statement) => {
    await forge(statement);
    const found = await finding();
    expect(["inserted", "edited"]).toContain(found?.kind);
    expect([0, count + 1, 1000]).toContain(found?.number);
  });

  it.each(["1000000000000", "9223372036854775807"])("however high its number is: %s", async (number) => {
    await forge(insertAt(number));
    expect(await finding()).toEqual({ kind: "inserted", number: Number(number) });
  });

  it("when it links to an event that is not the last", async () => {
    await forge(insertAt(count + 1, hashOf(3)), rehash(count + 1));
    expect(await finding()).toEqual({ kind: "inserted", number: count + 1 });
  });

  it("when room was made for it", async () => {
    await forge(renumber(5, 1), insertAt(5));
    expect(await finding()).toEqual({ kind: "inserted", number: 5 });
  });

  it("when it also has the right hash", async () => {
    await forge(renumber(5, 1), insertAt(5, hashOf(4)), rehash(5));
    expect(await finding()).toEqual({ kind: "inserted", number: 5 });
  });
});

describe("a reordered event is named", () => {
  it("when two swapped their numbers", async () => {
    await forge(
      "update audit_events set id = -5 where id = 5",
      "update audit_events set id = 5 where id = 8",
      "update audit_events set id = 8 where id = -5",
    );
    expect(await finding()).toEqual({ kind: "reordered", number: 5, foundAt: 8 });
  });

  it("when two swapped their contents and kept their hashes", async () => {
    await forge(`
      update audit_events e set at = x.at, subject = x.subject, details = x.details
      from audit_copy x where (e.id, x.id) in ((5, 6), (6, 5))`);
    expect(await finding()).toEqual({ kind: "reordered", number: 5, foundAt: 6 });
  });

  it("when it was moved to the end", async () => {
    await forge(`update audit_events set id = ${count + 1} where id = 5`);
    expect(await finding()).toEqual({ kind: "reordered", number: 5, foundAt: count + 1 });
    await forge(renumber(6, -1));
    expect(await finding()).toEqual({ kind: "reordered", number: 5, foundAt: count });
  });
});

describe("an event noted earlier", () => {
  const noted = async (id: number) => {
    const { hash } = await db.auditEvent.findUniqueOrThrow({ where: { id }, select: { hash: true } });
    return { number: id, hash };
  };

  it("must still be there", async () => {
    const anchor = await noted(9);
    expect((await verifyChain({ anchor })).finding).toBeNull();
  });

  it("shows that the last ones were deleted, which the chain alone cannot", async () => {
    const anchor = await noted(count);
    await forge("delete from audit_events where id > 10");
    expect(await finding()).toBeNull();
    expect((await verifyChain({ anchor })).finding).toEqual({ kind: "cut", number: 11, last: count });
  });

  it("shows that all hashes were made anew, which the chain alone cannot", async () => {
    const anchor = await noted(count);
    const after = Array.from({ length: count - 5 }, (_, index) => relink(index + 6));
    await forge("update audit_events set subject = 'other' where id = 5", rehash(5), ...after);
    expect(await finding()).toBeNull();
    expect((await verifyChain({ anchor })).finding).toEqual({ kind: "rewritten", number: count });
  });

  it("does not hide an earlier break", async () => {
    const anchor = await noted(count);
    await forge("delete from audit_events where id in (3, 12)");
    expect((await verifyChain({ anchor })).finding).toMatchObject({ kind: "deleted", number: 3 });
  });
});
