import { spawnSync } from "node:child_process";
import { afterEach, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { databaseName, withDatabaseName } from "../../../scripts/database.mjs";
import { projectPath } from "../../../scripts/project.mjs";
import { forge, restoreEvents, writeEvents } from "../../support/forger";

const count = 4;

beforeAll(() => writeEvents(count));
afterEach(restoreEvents);

/** `npm run audit:verify` on this file's database. */
function verify(args: string[] = [], url = String(process.env.DATABASE_URL)) {
  const program = [projectPath("scripts", "audit-verify.mjs"), ...args];
  const env = { ...process.env, DATABASE_URL: url, DATABASE_DIRECT_URL: url };
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { env, encoding: "utf8" });
  return { status, said: stdout.trim().split("\n"), stderr };
}

async function noted(id: number): Promise<string> {
  const { hash } = await db.auditEvent.findUniqueOrThrow({ where: { id }, select: { hash: true } });
  return `${id}:${hash}`;
}

it("says how many events there are and which is the last, and succeeds", async () => {
  const { status, said } = verify();
  expect({ status, first: said[0] }).toEqual({ status: 0, first: "4 events, chain whole" });
  expect(said[1]).toContain(await noted(count));
});

it.each([
  ["edited", "update audit_events set subject = 'P2015-99' where id = 2", 2],
  ["deleted", "delete from audit_events where id = 3", 3],
  [
    "inserted",
    "insert into audit_events (id, actor, action, subject, details) values (5, 'a', 'b.c', 'd', '{}')",
    5,
  ],
  [
    "reordered",
    "update audit_events set id = id + 10 where id in (1, 2); update audit_events set id = 13 - id where id > 10",
    1,
  ],
])("names the first event that was %s, and fails", async (kind, forgery, number) => {
  await forge(forgery);
  const { status, said } = verify();
  expect({ status, lines: said.length }).toEqual({ status: 1, lines: 1 });
  expect(said[0]).toMatch(new RegExp(`^✗ ${number} ${kind}：第 ${number} 号事件`));
});

it("compares an event that was noted before", async () => {
  const last = await noted(count);
  await forge("delete from audit_events where id = 4");
  expect(verify().status).toBe(0);
  expect(verify(["--since", last])).toMatchObject({ status: 1, said: [expect.stringMatching(/^✗ 4 cut：/)] });
});

it("refuses arguments that it cannot read", () => {
  const { status, stderr } = verify(["--since", "4:abc"]);
  expect(status).toBe(1);
  expect(stderr).toContain("用法：npm run audit:verify");
});

it("says in one line that a database has no audit, or is not there", () => {
  const url = String(process.env.DATABASE_URL);
  expect(verify([], withDatabaseName(url, "postgres"))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("还没有审计记录"),
  });
  expect(verify(["--demo"])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`${databaseName(url)}_demo`),
  });
});
