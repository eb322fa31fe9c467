// People and projects for tests of what staff do. Accounts are rows only: nobody signs in here.

import type { Role } from "@/lib/auth/policy";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { readReport } from "@/lib/progress/progress-schema";
import type { KeptValues } from "@/lib/result";
import { seedFacts } from "@/prisma/data/seed-facts";

/** The day on which these tests stand. */
export const testDay = "2016-09-20";

/** Loads the facts of 2015 and stops the clock. */
export async function openDesk(): Promise<void> {
  await db.dataset.upsert({
    where: { id: 1 },
    update: { kind: "demo", clockOn: new Date(testDay) },
    create: { kind: "demo", clockOn: new Date(testDay) },
  });
  await db.$transaction((tx) => seedFacts(tx), { timeout: 30_000 });
}

/** An account of that role, as the person who asks. */
export async function someone(name: string, role: Role): Promise<Viewer> {
  const account = await db.account.upsert({
    where: { name },
    update: {},
    create: { name, displayName: name, role, passwordHash: "-", mustChangePassword: false },
  });
  return {
    accountId: account.id,
    name,
    displayName: name,
    role,
    sessionId: "00000000-0000-4000-8000-000000000000",
    mustChangePassword: false,
    address: "192.0.2.1",
  };
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
