// Hands in and publishes reports when its parent says how, and answers how many per second.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { env } from "@/lib/env";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport } from "@/lib/progress/review-commands";
import { ensureBenchPeople, freeMonths, type Month, reportOf } from "./submission-cast";
import { submitByHand } from "./submission-limit";

type Order = { way: "app" | "sql" | "sql-without-audit"; people: number; count: number };
type Submit = (month: Month) => Promise<void>;

const warmUp = 8;
const people = await ensureBenchPeople();
const pool = new pg.Pool({ connectionString: env.DATABASE_URL });

const ways: Record<Order["way"], Submit> = {
  app: submitByCommands,
  sql: (month) => submitByHand(pool, month, { ...people, isAudited: true }),
  "sql-without-audit": (month) => submitByHand(pool, month, { ...people, isAudited: false }),
};

async function submitByCommands({ code, period }: Month): Promise<void> {
  const report = reportOf(period);
  const { id } = await submitReport(people.author, {
    code,
    requestId: randomUUID(),
    report,
    returned: null,
  });
  await publishReport(people.reviewer, { id, version: 1, isMoneyPublic: true });
}

/** Each person reports on projects of their own, so that only what all share makes them wait. */
async function submitAll(submit: Submit, months: readonly Month[], writers: number): Promise<void> {
  const codes = [...new Set(months.map(({ code }) => code))];
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const mine = months.filter(({ code }) => codes.indexOf(code) % writers === writer);
      for (const month of mine) await submit(month);
    }),
  );
}

async function perSecond({ way, people: writers, count }: Order): Promise<number> {
  const months = await freeMonths(warmUp + count);
  await submitAll(ways[way], months.slice(0, warmUp), writers);
  const began = performance.now();
  await submitAll(ways[way], months.slice(warmUp), writers);
  return (count * 1000) / (performance.now() - began);
}

process.on("message", async (order: Order) => process.send?.({ perSecond: await perSecond(order) }));
process.on("disconnect", () => process.exit());
