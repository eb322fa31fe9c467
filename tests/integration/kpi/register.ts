// A register of 2017-06-30 with the facts of 2015, to which each test adds what it is about.
import { randomUUID } from "node:crypto";
import { rangeColumns, toColumn } from "@/lib/date-columns";
import { db } from "@/lib/db";
import { ofDay } from "@/lib/format/date-range";
import { seedFacts } from "@/prisma/data/seed-facts";
import type { Prisma } from "@/prisma/generated/client";
import type { Condition, Stage } from "@/prisma/generated/enums";
import { createCast } from "../../support/cast";

export const clockDay = "2017-06-30";

/** The facts, the cast, and a clock that stands. */
export async function openRegister(): Promise<void> {
  await db.dataset.create({ data: { kind: "demo", clockOn: toColumn(clockDay) } });
  await db.$transaction((tx) => seedFacts(tx), { timeout: 30_000 });
  await createCast();
}

export async function projectId(code: string): Promise<number> {
  return (await db.project.findUniqueOrThrow({ where: { code }, select: { id: true } })).id;
}

async function accountId(name: string): Promise<number> {
  return (await db.account.findUniqueOrThrow({ where: { name }, select: { id: true } })).id;
}

const noonOf = (day: string) => new Date(`${day}T12:00:00+08:00`);

type Report = { code: string; on: string } & Partial<
  Pick<Prisma.ProgressReportUncheckedCreateInput, "arrivedFunds" | "isMoneyPublic">
>;

/** A report of 钱专员 that 孙审核 published at noon of that day. */
export async function publishReport({ code, on, ...content }: Report): Promise<number> {
  const report = await db.progressReport.create({
    data: {
      projectId: await projectId(code),
      period: toColumn(`${on.slice(0, 7)}-01`),
      authorId: await accountId("qian"),
      reviewerId: await accountId("sun"),
      state: "published",
      summary: "按计划推进",
      submittedAt: noonOf(on),
      reviewedAt: noonOf(on),
      publishedAt: noonOf(on),
      requestId: randomUUID(),
      ...content,
    },
    select: { id: true },
  });
  return report.id;
}

/** 孙审核 takes a published report back at noon of that day. */
export async function withdrawReport(id: number, on: string): Promise<void> {
  const withdrawn = {
    withdrawnAt: noonOf(on),
    withdrawnById: await accountId("sun"),
    withdrawReason: "填错项目",
  };
  await db.progressReport.update({ where: { id }, data: { state: "withdrawn", ...withdrawn } });
}

/** A status check of 钱专员, published at noon of that day. */
export async function publishCheck(
  code: string,
  answer: "unclear" | "not_started",
  on: string,
): Promise<void> {
  await db.statusCheck.create({
    data: {
      projectId: await projectId(code),
      authorId: await accountId("qian"),
      reviewerId: await accountId("sun"),
      state: "published",
      answer,
      ...rangeColumns("effective", ofDay(on)),
      evidenceKind: "phone_call",
      evidence: "电话了解",
      submittedAt: noonOf(on),
      reviewedAt: noonOf(on),
      publishedAt: noonOf(on),
      requestId: randomUUID(),
    },
  });
}

type Happening = { code: string; on: string; recordedOn?: string };

/** The project reached a stage on a day, and we knew it at noon of the same or another day. */
export async function reach({
  code,
  on,
  recordedOn = on,
  stage,
}: Happening & { stage: Stage }): Promise<number> {
  const data = { projectId: await projectId(code), stage, recordedAt: noonOf(recordedOn), ...effective(on) };
  return (await db.stageEvent.create({ data, select: { id: true } })).id;
}

/** The project was paused or ended on a day. */
export async function turn({ code, on, condition }: Happening & { condition: Condition }): Promise<void> {
  const reviewOn = condition === "paused" ? toColumn("2017-12-31") : null;
  await db.conditionEvent.create({
    data: {
      projectId: await projectId(code),
      condition,
      reason: "来函说明",
      reviewOn,
      recordedAt: noonOf(on),
      ...effective(on),
    },
  });
}

/** What was recorded of a stage was wrong, as was found at noon of that day. */
export async function retract(stageEventId: number, on: string): Promise<void> {
  const data = {
    stageEventId,
    reason: "记错项目",
    accountId: await accountId("sun"),
    recordedAt: noonOf(on),
  };
  await db.eventRetraction.create({ data });
}

function effective(day: string) {
  return rangeColumns("effective", ofDay(day));
}
