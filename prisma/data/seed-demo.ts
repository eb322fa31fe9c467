import { randomUUID } from "node:crypto";
import { rangeColumns, toColumn } from "@/lib/date-columns";
import { ofDay } from "@/lib/format/date-range";
import { reportForm } from "@/lib/progress/report-form-rules";
import type { Prisma } from "@/prisma/generated/client";
import {
  type DemoReport,
  demoAssignments,
  demoDay,
  demoDraft,
  demoInvestments,
  demoReports,
  demoRevisions,
  demoRounds,
  demoStatusCheck,
  demoUnits,
} from "./demo-story";

type Transaction = Prisma.TransactionClient;
type People = { author: number; reviewer: number };

const wan = (amount: number) => BigInt(amount) * 10_000n;
const wanOrNull = (amount: number | undefined) => (amount === undefined ? null : wan(amount));
const instant = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`);

/** Loads the invented progress of the demo on top of the facts, once. */
export async function seedDemo(tx: Transaction, people: People): Promise<void> {
  if ((await tx.progressReport.count()) > 0) return;
  const projects = new Map(
    (
      await tx.project.findMany({
        select: {
          id: true,
          code: true,
          commitments: { select: { id: true, indicator: true } },
          milestones: { select: { id: true, title: true } },
        },
      })
    ).map((project) => [project.code, project]),
  );
  const projectOf = (code: string) => {
    const project = projects.get(code);
    if (!project) throw new Error(`The demo's story speaks of an unknown project: ${code}`);
    return project;
  };

  await tx.$executeRaw`update projects set created_at = '2015-08-12 09:00+08'`;
  await seedResponsibilities(tx, projectOf, people);
  for (const report of demoReports) await seedReport(tx, projectOf(report.code), report, people);
  await seedUnfinishedWork(tx, projectOf, people);
  for (const round of demoRounds) await seedRound(tx, round, people);
}

type DemoProject = {
  id: number;
  code: string;
  commitments: { id: number; indicator: string }[];
  milestones: { id: number; title: string }[];
};
type ProjectOf = (code: string) => DemoProject;

async function seedResponsibilities(tx: Transaction, projectOf: ProjectOf, { author, reviewer }: People) {
  await tx.unit.createMany({ data: demoUnits.map((name) => ({ name })) });
  const units = new Map((await tx.unit.findMany()).map(({ id, name }) => [name, id]));
  for (const [code, unit] of Object.entries(demoAssignments)) {
    await tx.assignment.create({
      data: {
        projectId: projectOf(code).id,
        unitId: units.get(unit) ?? 0,
        accountId: code === "P2014-01" ? null : author,
        assignedById: reviewer,
        since: toColumn("2015-09-01"),
        createdAt: instant("2015-09-01", "09:30"),
      },
    });
  }
  for (const [code, { agreed, planned }] of Object.entries(demoInvestments)) {
    await tx.project.update({
      where: { code },
      data: { agreedInvestment: wan(agreed), plannedInvestment: wan(planned) },
    });
  }
  for (const { code, milestone, day, movedOn, reason } of demoRevisions) {
    const { id } = named(projectOf(code).milestones, "title", milestone);
    const { plannedFrom, plannedTo, plannedPrecision } = await tx.milestone.findUniqueOrThrow({
      where: { id },
    });
    await tx.milestoneRevision.create({
      data: {
        milestoneId: id,
        oldFrom: plannedFrom,
        oldTo: plannedTo,
        oldPrecision: plannedPrecision,
        ...rangeColumns("new", ofDay(day)),
        reason,
        accountId: reviewer,
        recordedAt: instant(movedOn, "11:00"),
      },
    });
    await tx.milestone.update({
      where: { id },
      data: { ...rangeColumns("revised", ofDay(day)), deadlineBasis: "stated" },
    });
  }
}

async function seedReport(tx: Transaction, project: DemoProject, report: DemoReport, people: People) {
  const state = report.state ?? "published";
  const wasPublished = state !== "submitted" && state !== "returned";
  const isCurrentMonth = report.month === demoDay.slice(0, 7);
  const reportedIn = isCurrentMonth ? report.month : nextMonth(report.month);
  const submittedAt = instant(`${reportedIn}-${isCurrentMonth ? 27 : "05"}`, "10:20");
  const reviewedAt = instant(`${reportedIn}-${isCurrentMonth ? 29 : "08"}`, "15:40");
  const stageRange = report.stage ? ofDay(report.stage.on) : null;

  const { id } = await tx.progressReport.create({
    data: {
      projectId: project.id,
      period: toColumn(`${report.month}-01`),
      authorId: people.author,
      state,
      summary: report.summary,
      nextSteps: report.nextSteps ?? null,
      percent: report.percent ?? null,
      arrivedFunds: wanOrNull(report.arrived),
      completedInvestment: wanOrNull(report.completed),
      isMoneyPublic: report.arrived !== undefined && project.code !== "P2015-09",
      newStage: report.stage?.to ?? null,
      ...rangeColumns("stage", stageRange),
      stageEvidence: report.stage?.evidence ?? null,
      stageReason: report.stage?.reason ?? null,
      newCondition: report.condition?.to ?? null,
      conditionReason: report.condition?.reason ?? null,
      conditionReviewOn: report.condition?.reviewOn ? toColumn(report.condition.reviewOn) : null,
      submittedAt,
      requestId: randomUUID(),
      ...(state !== "submitted" && { reviewerId: people.reviewer, reviewedAt }),
      ...(wasPublished && { publishedAt: reviewedAt }),
      ...(state === "returned" && { returnReason: report.because ?? null }),
      ...(state === "withdrawn" && {
        withdrawnAt: instant(`${reportedIn}-09`, "09:10"),
        withdrawnById: people.reviewer,
        withdrawReason: report.because ?? null,
      }),
      readings: {
        create: Object.entries(report.readings ?? {}).map(([indicator, value]) => ({
          commitmentId: named(project.commitments, "indicator", indicator).id,
          value,
        })),
      },
      completions: {
        create: Object.entries(report.met ?? {}).map(([title, day]) => ({
          milestoneId: named(project.milestones, "title", title).id,
          ...rangeColumns("actual", ofDay(day)),
        })),
      },
      problems: {
        create: (report.problems ?? []).map((problem) => ({
          key: problemKey(project.code, problem.name),
          category: problem.category,
          department: problem.department,
          text: problem.text,
          raisedOn: toColumn(problem.raisedOn),
          resolvedOn: problem.resolvedOn ? toColumn(problem.resolvedOn) : null,
        })),
      },
    },
    select: { id: true },
  });
  if (state === "published") await seedEventsOfReport(tx, project.id, id, report, reviewedAt);
}

async function seedEventsOfReport(
  tx: Transaction,
  projectId: number,
  reportId: number,
  report: DemoReport,
  recordedAt: Date,
) {
  if (report.stage) {
    await tx.stageEvent.create({
      data: {
        projectId,
        reportId,
        recordedAt,
        stage: report.stage.to,
        ...rangeColumns("effective", ofDay(report.stage.on)),
        evidence: report.stage.evidence,
        reason: report.stage.reason ?? null,
        citations: { create: { field: "stage", reportId } },
      },
    });
  }
  if (report.condition) {
    await tx.conditionEvent.create({
      data: {
        projectId,
        reportId,
        recordedAt,
        condition: report.condition.to,
        ...rangeColumns("effective", ofDay(report.stage?.on ?? `${report.month}-20`)),
        reason: report.condition.reason ?? null,
        reviewOn: report.condition.reviewOn ? toColumn(report.condition.reviewOn) : null,
      },
    });
  }
}

async function seedUnfinishedWork(tx: Transaction, projectOf: ProjectOf, { author }: People) {
  await tx.statusCheck.create({
    data: {
      projectId: projectOf(demoStatusCheck.code).id,
      authorId: author,
      answer: demoStatusCheck.answer,
      ...rangeColumns("effective", ofDay(demoStatusCheck.on)),
      evidenceKind: demoStatusCheck.evidenceKind,
      evidence: demoStatusCheck.evidence,
      submittedAt: instant("2017-06-27", "16:05"),
      requestId: randomUUID(),
    },
  });
  await tx.draft.create({
    data: {
      accountId: author,
      form: reportForm(demoDraft.code),
      input: demoDraft.input,
      updatedAt: instant("2017-06-29", "14:05"),
    },
  });
}

async function seedRound(tx: Transaction, round: (typeof demoRounds)[number], { reviewer }: People) {
  const openedAt = instant(round.openedOn, "09:00");
  const closed =
    "closed" in round ? { at: instant(round.closed.on, "17:30"), reason: round.closed.reason } : null;
  await tx.round.create({
    data: {
      period: toColumn(`${round.month}-01`),
      dueOn: toColumn(round.dueOn),
      note: "note" in round ? round.note : null,
      openedById: reviewer,
      openedAt,
      closedAt: closed?.at ?? null,
      closeReason: closed?.reason ?? null,
      version: closed ? 2 : 1,
      events: {
        create: [
          { step: "opened", accountId: reviewer, recordedAt: openedAt },
          ...(closed
            ? [{ step: "closed" as const, reason: closed.reason, accountId: reviewer, recordedAt: closed.at }]
            : []),
        ],
      },
    },
  });
}

function named<Key extends string, Item extends Record<Key, string>>(
  items: readonly Item[],
  key: Key,
  name: string,
): Item {
  const item = items.find((candidate) => candidate[key] === name);
  if (!item) throw new Error(`The demo's story speaks of an unknown ${key}: ${name}`);
  return item;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** The same problem has the same key in each report; the key is a UUID made of its project and name. */
function problemKey(code: string, name: string): string {
  const hex = Buffer.from(`${code}${name}`.padEnd(16, ".")).toString("hex").slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
