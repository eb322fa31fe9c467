// Hands in and publishes reports, and prints how many per second: submissions.ts WAY PEOPLE COUNT, with DATABASE_URL
import { randomUUID } from "node:crypto";
import pg from "pg";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport } from "@/lib/progress/review-commands";
import { ensureBenchPeople, freeMonths, type Month, reportOf } from "./submission-cast";
import { submitByHand } from "./submission-limit";

const warmUp = 10;
const [way = "app", people = "1", count = "60"] = process.argv.slice(2);
const { author, reviewer } = await ensureBenchPeople();
const pool = new pg.Pool({ connectionString: env.DATABASE_URL, max: Number(people) });

async function submitByCommands({ code, period }: Month): Promise<void> {
  const report = reportOf(period);
  const { id } = await submitReport(author, { code, requestId: randomUUID(), report, returned: null });
  await publishReport(reviewer, { id, version: 1, isMoneyPublic: true });
}

const submit: (month: Month) => Promise<void> =
  way === "app"
    ? submitByCommands
    : (month) => submitByHand(pool, month, { author, reviewer, isAudited: way === "sql" });

/** Each person reports on projects of their own, so that only what all share makes them wait. */
async function submitAll(months: readonly Month[], writers: number): Promise<void> {
  const codes = [...new Set(months.map(({ code }) => code))];
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const mine = months.filter(({ code }) => codes.indexOf(code) % writers === writer);
      for (const month of mine) await submit(month);
    }),
  );
}

const months = await freeMonths(warmUp + Number(count));
await submitAll(months.slice(0, warmUp), Number(people));
const began = performance.now();
await submitAll(months.slice(warmUp), Number(people));
process.stdout.write(String((Number(count) * 1000) / (performance.now() - began)));
await pool.end();
await db.$disconnect();
