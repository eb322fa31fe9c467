import { db } from "@/lib/db";
import { seedFacts } from "@/prisma/data/seed-facts";

/** Fills an empty database with the facts of the report, as the first start does. */
export async function loadFacts(): Promise<void> {
  await db.dataset.create({ data: { id: 1, kind: "real" } });
  await db.$transaction((tx) => seedFacts(tx), { timeout: 60_000 });
}
