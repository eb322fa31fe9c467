import { ensureFirstAdministrator, seedDemoAccounts } from "@/lib/account/first-accounts";
import type { Transaction } from "@/lib/audit/audit-record";
import { toColumn } from "@/lib/date-columns";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { demoDay } from "./data/demo-story";
import { seedDemo } from "./data/seed-demo";
import { seedFacts } from "./data/seed-facts";

// Loads what a database needs before its first use: the facts of the 2015 report, the first accounts and, in a demo,
// the invented story. It changes nothing that is there already. Several instances may start at once.

const isDemo = process.env.DATASET === "demo";

const kind = isDemo ? "demo" : "real";
const clockOn = isDemo ? toColumn(demoDay) : null;

const printed = await db.$transaction(
  async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(20150806)`;
    const dataset = await tx.dataset.upsert({ where: { id: 1 }, update: {}, create: { kind, clockOn } });
    if (dataset.kind !== kind) throw new Error(`This database holds ${dataset.kind} data, not ${kind} data`);
    await seedFacts(tx);
    const words = isDemo ? await seedStory(tx) : await ensureFirstAdministrator(tx, env.ADMIN_PASSWORD);
    await tx.dataset.update({ where: { id: 1 }, data: { seedHash: process.env.SEED_HASH ?? null } });
    return words;
  },
  { timeout: 120_000, maxWait: 30_000 },
);
if (printed) process.stdout.write(`${printed}\n`);
await db.$disconnect();

async function seedStory(tx: Transaction): Promise<string | null> {
  const { zhuanyuan, shenhe, words } = await seedDemoAccounts(tx, env.DEMO_PASSWORD);
  await seedDemo(tx, { author: zhuanyuan, reviewer: shenhe });
  return words;
}
