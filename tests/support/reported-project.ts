// P2015-05 two years on: everything that a project's record can hold, in every state that a report can have.
import { randomUUID } from "node:crypto";
import { rangeColumns, toColumn } from "@/lib/date-columns";
import { db } from "@/lib/db";
import { ofDay, ofMonth, ofYear } from "@/lib/format/date-range";
import type { Prisma } from "@/prisma/generated/client";
import { createCast } from "./cast";

/** Stands in everything that the public must never read. */
export const secret = "内部机密";

const at = (day: string) => new Date(`${day}T15:00:00+08:00`);

type Report = Omit<
  Prisma.ProgressReportUncheckedCreateInput,
  "projectId" | "authorId" | "requestId" | "period"
>;
type Ids = { project: number; zhao: number; sun: number };

/** On top of the facts. */
export async function reportOnProject(): Promise<void> {
  await createCast();
  const idOf = async (name: string) => (await db.account.findUniqueOrThrow({ where: { name } })).id;
  const project = await db.project.findUniqueOrThrow({
    where: { code: "P2015-05" },
    select: {
      id: true,
      milestones: { orderBy: { ordinal: "asc" } },
      commitments: { orderBy: { ordinal: "asc" } },
    },
  });
  const ids: Ids = { project: project.id, zhao: await idOf("zhao"), sun: await idOf("sun") };
  const [construction, completion] = project.milestones;
  const [cabinets] = project.commitments;
  if (!construction || !completion || !cabinets) throw new Error("The facts lack what this story speaks of");

  await db.assignment.create({
    data: {
      project: { connect: { id: ids.project } },
      unit: { create: { name: "大数据局" } },
      account: { connect: { id: ids.zhao } },
      assignedBy: { connect: { id: ids.sun } },
      since: toColumn("2016-01-01"),
    },
  });
  await db.project.update({ where: { id: ids.project }, data: { plannedInvestment: 860_000_000n } });
  await reviseAndRetract(ids, { milestoneId: completion.id, commitmentId: cabinets.id });
  await publishReports(ids, { milestoneId: construction.id, commitmentId: cabinets.id });
  await addUnpublished(ids);
  await checkStatus(ids);
}

type Subjects = { milestoneId: number; commitmentId: number };

async function reviseAndRetract({ project, sun }: Ids, { milestoneId, commitmentId }: Subjects) {
  await db.milestoneRevision.create({
    data: {
      milestoneId,
      ...rangeColumns("old", ofYear(2015)),
      ...rangeColumns("new", ofMonth(2017, 10)),
      reason: "分两期交付",
      accountId: sun,
      recordedAt: at("2016-11-15"),
    },
  });
  await db.milestone.update({
    where: { id: milestoneId },
    data: { ...rangeColumns("revised", ofMonth(2017, 10)), deadlineBasis: "stated" },
  });
  await db.commitmentRevision.create({
    data: {
      commitmentId,
      oldTargetValue: 10_000,
      newTargetValue: 12_000,
      reason: "二期扩容",
      accountId: sun,
      recordedAt: at("2016-11-16"),
    },
  });
  await db.stageEvent.create({
    data: {
      projectId: project,
      stage: "operating",
      ...rangeColumns("effective", ofDay("2016-05-01")),
      recordedAt: at("2016-05-02"),
      evidence: secret,
      retraction: { create: { reason: secret, recordedAt: at("2016-05-20"), accountId: sun } },
    },
  });
}

async function publishReports(ids: Ids, { milestoneId, commitmentId }: Subjects) {
  const started = await addReport(ids, "2016-03-01", {
    state: "published",
    summary: "场地平整完成，3 月 18 日开工。",
    percent: 5,
    newStage: "under_construction",
    ...rangeColumns("stage", ofDay("2016-03-18")),
    stageEvidence: "施工许可证",
    newCondition: "active",
    publishedAt: at("2016-04-08"),
  });
  await db.stageEvent.create({
    data: {
      projectId: ids.project,
      reportId: started.id,
      stage: "under_construction",
      ...rangeColumns("effective", ofDay("2016-03-18")),
      recordedAt: at("2016-04-08"),
      evidence: "施工许可证",
      citations: { create: { field: "stage", reportId: started.id } },
    },
  });
  await db.conditionEvent.create({
    data: {
      projectId: ids.project,
      reportId: started.id,
      condition: "active",
      ...rangeColumns("effective", ofDay("2016-03-18")),
      recordedAt: at("2016-04-08"),
    },
  });
  await addReport(ids, "2016-06-01", {
    state: "published",
    summary: "首批机柜安装。",
    percent: 38,
    arrivedFunds: 200_000_000n,
    completedInvestment: 210_000_000n,
    isMoneyPublic: true,
    publishedAt: at("2016-07-08"),
    readings: { create: { commitmentId, value: 1_200 } },
    completions: { create: { milestoneId, ...rangeColumns("actual", ofDay("2016-06-20")) } },
  });
  await addReport(ids, "2016-10-01", {
    state: "published",
    summary: "一期交付。",
    nextSteps: secret,
    note: secret,
    percent: 52,
    arrivedFunds: 987_654_321n,
    completedInvestment: 987_654_322n,
    publishedAt: at("2016-11-08"),
    problems: {
      create: {
        key: randomUUID(),
        category: "power",
        department: secret,
        text: secret,
        raisedOn: toColumn("2016-10-02"),
      },
    },
  });
}

async function addUnpublished(ids: Ids) {
  await addReport(ids, "2016-11-01", { state: "submitted", summary: secret, percent: 99 });
  await addReport(ids, "2016-12-01", { state: "returned", summary: secret, returnReason: secret });
  await addReport(ids, "2016-05-01", {
    state: "withdrawn",
    summary: secret,
    percent: 98,
    publishedAt: at("2016-06-08"),
    withdrawnAt: at("2016-06-09"),
    withdrawnById: ids.sun,
    withdrawReason: secret,
  });
  await addReport(ids, "2016-06-01", { state: "corrected", summary: secret, publishedAt: at("2016-07-01") });
}

function addReport(ids: Ids, period: string, report: Report) {
  const isReviewed = report.state !== "submitted";
  return db.progressReport.create({
    data: {
      ...report,
      projectId: ids.project,
      authorId: ids.zhao,
      period: toColumn(period),
      requestId: randomUUID(),
      ...(isReviewed && { reviewerId: ids.sun, reviewedAt: at("2016-12-02") }),
    },
    select: { id: true },
  });
}

async function checkStatus({ project, zhao, sun }: Ids) {
  const check = { projectId: project, authorId: zhao, evidenceKind: "site_visit" as const };
  await db.statusCheck.create({
    data: {
      ...check,
      state: "published",
      answer: "under_construction",
      ...rangeColumns("effective", ofDay("2016-03-18")),
      evidence: "现场照片 12 张",
      reviewerId: sun,
      reviewedAt: at("2016-12-10"),
      publishedAt: at("2016-12-10"),
      requestId: randomUUID(),
    },
  });
  await db.statusCheck.create({
    data: {
      ...check,
      state: "submitted",
      answer: "terminated",
      reason: secret,
      ...rangeColumns("effective", ofDay("2016-12-11")),
      evidence: secret,
      requestId: randomUUID(),
    },
  });
}
