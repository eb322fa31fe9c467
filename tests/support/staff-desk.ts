// The desk at which the tests of staff work: the facts of 2015, the cast, and a clock that stands.

import { db } from "@/lib/db";
import { readReport } from "@/lib/progress/progress-schema";
import type { KeptValues } from "@/lib/result";
import { seedFacts } from "@/prisma/data/seed-facts";
import { createCast } from "./cast";

/** The day on which these tests stand. */
export const testDay = "2016-09-20";

/** Loads facts and cast, and stops the clock. */
export async function openDesk(): Promise<void> {
  await db.dataset.upsert({
    where: { id: 1 },
    update: { kind: "demo", clockOn: new Date(testDay) },
    create: { kind: "demo", clockOn: new Date(testDay) },
  });
  await db.$transaction((tx) => seedFacts(tx), { timeout: 30_000 });
  await createCast();
}

const summary = "机房主体完成，首批机柜进场安装。";

/** A report as typed: nothing but a month and what was done, plus what the test is about. */
export function typed(values: KeptValues = {}): KeptValues {
  return { period: "2016-08", newStage: "", newCondition: "", summary, ...values };
}

/** The same, read. */
export function reportOf(values: KeptValues = {}) {
  const read = readReport(typed(values));
  if ("errors" in read) throw new Error(JSON.stringify(read.errors));
  return read.report;
}

export async function projectRow(code: string) {
  return db.project.findUniqueOrThrow({ where: { code } });
}

/** Actions of the audit about a project, oldest first. */
export async function auditOf(subject: string): Promise<string[]> {
  const events = await db.auditEvent.findMany({ where: { subject }, orderBy: { id: "asc" } });
  return events.map(({ actor, action }) => `${actor} ${action}`);
}
