import { beforeAll, expect, it } from "vitest";
import { rangeColumns, toColumn } from "@/lib/date-columns";
import { db } from "@/lib/db";
import { addDays } from "@/lib/format/calendar-day";
import { type DateRange, notAfter, ofDay, ofHalfYear, ofYear } from "@/lib/format/date-range";
import { readStats } from "@/lib/kpi/kpi-queries";
import { type Stage, stages } from "@/lib/project/project-rules";
import { type StageEvent, stageAsOf } from "@/lib/project/stage-history-rules";
import { createCast } from "../../support/cast";

const projectCount = 60;
const firstDay = "2015-01-01";
const days = 1_000;
const random = seeded(20150810);
const histories: StageEvent[][] = [];

// SQL and `stageAsOf` are written twice; over histories that nobody would think of they must say the same.
beforeAll(async () => {
  await db.dataset.create({ data: { kind: "real" } });
  await createCast();
  const corrector = await db.account.findUniqueOrThrow({ where: { name: "sun" }, select: { id: true } });
  for (let index = 0; index < projectCount; index += 1) {
    histories.push(await writeHistory(index, corrector.id));
  }
}, 120_000);

it("the stages of a day, as known at an instant, are those that the pure rule finds", async () => {
  for (let round = 0; round < 25; round += 1) {
    const day = randomDay();
    const knownAt = noonOf(randomDay());
    const expected = { signed: 0, under_construction: 0, operating: 0 };
    for (const history of histories) {
      const stage = stageAsOf(history, day, knownAt);
      if (stage !== null) expected[stage] += 1;
    }
    const stats = await readStats({ day, knownAt });
    expect({ day, knownAt, stages: stats.stages }).toEqual({ day, knownAt, stages: expected });
  }
});

it("the stages known now are those of the rule at the end of all records", async () => {
  const end = addDays(firstDay, 2 * days);
  const { stages: counted, total } = await readStats({ day: end });
  const found = histories.map((history) => stageAsOf(history, end, noonOf(end)));
  expect(counted.operating).toBe(found.filter((stage) => stage === "operating").length);
  expect(total).toBe(found.filter((stage) => stage !== null).length);
});

type WrittenEvent = StageEvent & { id: number };

/** One project with up to five events, some of them corrected by the next. */
async function writeHistory(index: number, accountId: number): Promise<StageEvent[]> {
  const code = `P2015-${String(index + 100)}`;
  const name = `试验项目 ${index}`;
  const project = await db.project.create({
    data: {
      code,
      name,
      shortName: name,
      type: "platform",
      summary: name,
      sourcedOn: toColumn(firstDay),
      searchText: code.toLowerCase(),
      pinyin: code,
    },
    select: { id: true },
  });
  const history: WrittenEvent[] = [];
  for (let count = 1 + Math.floor(random() * 5); count > 0; count -= 1) {
    const last = history.at(-1);
    const corrects = last && random() < 0.3 ? last : null;
    const event = await writeEvent(project.id);
    if (corrects !== null) {
      const { recordedAt } = event;
      await db.eventRetraction.create({
        data: { stageEventId: corrects.id, reason: "更正", accountId, recordedAt },
      });
      corrects.retractedAt = recordedAt;
    }
    history.push(event);
  }
  return history;
}

async function writeEvent(projectId: number): Promise<WrittenEvent> {
  const stage: Stage = stages[Math.floor(random() * stages.length)] ?? "signed";
  const effective = randomRange();
  const recordedAt = noonOf(randomDay());
  const data = { projectId, stage, recordedAt, ...rangeColumns("effective", effective) };
  const { id } = await db.stageEvent.create({ data, select: { id: true } });
  return { id, stage, effective, recordedAt, retractedAt: null };
}

function randomRange(): DateRange {
  const day = randomDay();
  const year = Number(day.slice(0, 4));
  const ranges = [ofDay(day), ofHalfYear(year, random() < 0.5 ? 1 : 2), ofYear(year), notAfter(day)];
  return ranges[Math.floor(random() * ranges.length)] ?? ofDay(day);
}

function randomDay(): string {
  return addDays(firstDay, Math.floor(random() * days));
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`);
}

/** mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
