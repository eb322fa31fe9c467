import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { findDraft } from "@/lib/draft/draft-queries";
import type { KeptValues } from "@/lib/result";
import { checkGrid } from "@/lib/round/grid-check-queries";
import { handInGrid, writeGrid } from "@/lib/round/grid-commands";
import { getGrid } from "@/lib/round/grid-queries";
import { viewerOf } from "../../support/cast";
import { pollUntil } from "../../support/poll";
import { openDesk, projectRow } from "../../support/staff-desk";

let zhao: Viewer;

const period = "2016-08-01";
const form = "grid:2016-08:open";
let turn = 0;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
});

const write = (values: KeptValues) => {
  turn += 1;
  const window = { period: "2016-08", scope: "open", intent: "save", formId: "one", turn: String(turn) };
  return writeGrid(zhao, { ...window, ...values });
};

test("a row asks for the totals that its project promised", async () => {
  const { rows } = await getGrid(zhao, period, "open");
  const promised = (code: string) =>
    rows.find((row) => row.code === code)?.commitments.map(({ indicator, unit }) => `${indicator} ${unit}`);
  expect(promised("P2015-05")).toEqual(["机柜 个", "服务器 台"]);
  expect(promised("P2015-11")).toEqual([]);
});

test("a total is checked at its input, and handed in with its row", async () => {
  const typed = { "P2015-05-summary": "首批机柜装好并通电。", "P2015-05-reading-1": "１,２００" };
  await write({ ...typed, "P2015-05-reading-2": "很多" });
  const { refused } = await checkGrid(zhao, period, "open");
  expect(refused.map(({ errors }) => Object.keys(errors))).toEqual([["P2015-05-reading-2"]]);

  const draft = await findDraft(zhao, form);
  await write({ ...typed, draftVersion: String(draft?.version) });
  const { ready, draftVersion } = await checkGrid(zhao, period, "open");
  expect(ready).toMatchObject([{ code: "P2015-05", readings: ["机柜 1,200 个"] }]);
  const order = { period, scope: "open", batchId: randomUUID(), draftVersion: draftVersion ?? 0 } as const;
  expect(await handInGrid(zhao, order)).toEqual({ codes: ["P2015-05"], left: [] });
  const readings = await db.commitmentReading.findMany({ include: { commitment: true } });
  expect(readings.map(({ value, commitment }) => [commitment.indicator, Number(value)])).toEqual([
    ["机柜", 1200],
  ]);
  expect(await findDraft(zhao, form)).toBeNull();
});

test("what another window writes while the grid is handed in stays in the draft", async () => {
  await write({
    "P2015-06-summary": "平台接入 3 个单位。",
    "P2015-07-summary": "到岗 12 人，开始承接平台运维。",
  });
  const { draftVersion } = await checkGrid(zhao, period, "open");
  const order = { period, scope: "open", batchId: randomUUID(), draftVersion: draftVersion ?? 0 } as const;
  const { id } = await projectRow("P2015-06");
  const handedIn = await db.$transaction(async (tx) => {
    await tx.$executeRaw`select from projects where id = ${id} for update`;
    const handingIn = handInGrid(zhao, order);
    await pollUntil("the hand-in to wait for the project", isAnybodyWaiting);
    await write({
      "P2015-06-summary": "平台接入 3 个单位，另一窗口补写。",
      "P2015-07-summary": "到岗 12 人，开始承接平台运维。",
      draftVersion: String(draftVersion),
    });
    return { handingIn };
  });
  expect(await handedIn.handingIn).toMatchObject({ codes: ["P2015-06", "P2015-07"] });
  expect((await findDraft(zhao, form))?.input).toMatchObject({
    "P2015-06-summary": "平台接入 3 个单位，另一窗口补写。",
  });
  expect((await findDraft(zhao, form))?.input).not.toHaveProperty("P2015-07-summary");
});

async function isAnybodyWaiting(): Promise<boolean> {
  const waiting = await db.$queryRaw<unknown[]>`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return waiting.length > 0;
}
