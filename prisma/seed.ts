import { ensureFirstAdministrator, seedDemoAccounts } from "@/lib/account/first-administrator-commands";
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
    if (isDemo) await seedStory(tx);
    await tx.dataset.update({ where: { id: 1 }, data: { seedHash: process.env.SEED_HASH ?? null } });
    return isDemo ? null : ensureFirstAdministrator(tx, env.ADMIN_PASSWORD);
  },
  { timeout: 120_000, maxWait: 30_000 },
);
if (printed) process.stdout.write(printed);
await db.$disconnect();

async function seedStory(tx: Transaction): Promise<void> {
  await seedDemoAccounts(tx, env.DEMO_PASSWORD ?? "");
  const idOf = async (name: string) => (await tx.account.findUniqueOrThrow({ where: { name } })).id;
  await seedDemo(tx, { author: await idOf("zhuanyuan"), reviewer: await idOf("shenhe") });
}
