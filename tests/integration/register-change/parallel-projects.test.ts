import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { publishChange } from "@/lib/register-change/register-review-commands";
import { viewerOf } from "../../support/cast";
import { pollUntil } from "../../support/poll";
import { projectCreation } from "../../support/registered-project";
import { openDesk } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
});

async function handedIn(count: number, word: string): Promise<number[]> {
  const ids: number[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { id } = await submitChange(
      zhao,
      projectCreation({
        name: `${word}${number}号项目`,
        newInvestors: [`${word}${number}号公司`],
        newPlace: word,
        place: null,
      }),
    );
    ids.push(id);
  }
  return ids;
}

const codesOf = async () =>
  (
    await db.$queryRaw<
      { code: string }[]
    >`select code from all_projects where code like 'P2016-%' order by code`
  ).map(({ code }) => code);

const numbered = (count: number) =>
  Array.from({ length: count }, (_none, index) => `P2016-${String(index + 1).padStart(2, "0")}`);

it("twenty projects published at once get twenty codes without a gap, and one place for all", async () => {
  const ids = await handedIn(20, "并行");
  const published = await Promise.all(ids.map((id) => publishChange(sun, { id, version: 1 })));
  expect(published.map(({ key }) => key).sort()).toEqual(numbered(20));
  expect(await codesOf()).toEqual(numbered(20));
  expect(await db.place.count({ where: { name: "并行" } })).toBe(1);
  expect(await db.organization.count({ where: { name: { startsWith: "并行" } } })).toBe(20);
});

it("a connection that breaks amid a publication leaves nothing half, and the code goes to the next", async () => {
  const ids = await handedIn(3, "中断");
  // Whoever publishes waits here with the project written and its milestones not.
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const holder = db.$transaction(
    async (tx) => {
      await tx.$executeRaw`lock table all_milestones in exclusive mode`;
      await released;
    },
    { timeout: 30_000 },
  );
  const waiting = () => db.$queryRaw<{ pid: number }[]>`
    select pid from pg_locks where relation = 'all_milestones'::regclass and not granted`;
  const attempts = Promise.allSettled(ids.map((id) => publishChange(sun, { id, version: 1 })));
  await pollUntil("a publication to wait", async () => (await waiting()).length > 0);
  await db.$queryRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
  // Whoever came too late to be cut off goes through.
  release();
  await holder;
  await attempts;

  const open = await db.registerChange.findMany({ where: { id: { in: ids }, state: "submitted" } });
  expect(open.length).toBeGreaterThan(0);
  expect(await codesOf()).toEqual(numbered(20 + ids.length - open.length));
  expect(await db.organization.count({ where: { name: { startsWith: "中断" } } })).toBe(
    ids.length - open.length,
  );
  for (const { id } of open) await publishChange(sun, { id, version: 1 });
  expect(await codesOf()).toEqual(numbered(20 + ids.length));
  const parts = await db.project.findMany({
    select: { code: true, milestones: true, stageEvents: true, commitments: true },
  });
  const added = parts.filter(({ code }) => code.startsWith("P2016"));
  expect(
    added.every(
      (own) => own.milestones.length === 2 && own.stageEvents.length === 1 && own.commitments.length === 1,
    ),
  ).toBe(true);
});
