import { z } from "zod";
import type { ProjectItem, PublicProject } from "@/lib/project/project-dto";
import { conditions, trackings } from "@/lib/project/project-rules";
import { basis, citations, dateRange, day, instant, money, sourcePlace, stage } from "./value-shape";

const condition = z.enum(conditions);
const percent = z.int().min(0).max(100).nullable();
const named = { slug: z.string(), name: z.string() };

const facts = {
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  type: z.enum(["engineering", "platform", "institution", "recruitment"]),
  enterprises: z.array(z.strictObject({ ...named, shortName: z.string() })),
  place: z.strictObject(named).nullable(),
  agreement: z
    .strictObject({ code: z.string(), callName: z.string(), title: z.string().nullable() })
    .nullable(),
  stage,
  stageEffective: dateRange.nullable(),
  condition: condition.nullable(),
  tracking: z.enum(trackings).nullable().describe("null: terminated, nobody owes reports"),
  percent,
  plannedInvestment: money.nullable(),
  agreedInvestment: money.nullable(),
  arrivedFunds: money.nullable(),
  completedInvestment: money.nullable(),
  sourcedOn: day,
  reportedOn: day.nullable(),
  due: z.strictObject({ range: dateRange, basis }).nullable(),
};

const projectItem = z
  .strictObject({
    ...facts,
    milestones: z.strictObject({ total: z.int(), done: z.int() }),
    inferred: z.array(z.string()),
    source: sourcePlace.nullable(),
    registerChangeId: z.int().nullable(),
  })
  .meta({ id: "ProjectItem" }) satisfies z.ZodType<ProjectItem>;

export const projectList = z
  .strictObject({ total: z.int(), page: z.int(), pageSize: z.int(), items: z.array(projectItem) })
  .meta({ id: "ProjectList" });

const stageEvent = z.strictObject({
  stage,
  effective: dateRange,
  recordedAt: instant,
  evidence: z.string().nullable(),
  reason: z.string().nullable(),
  reportId: z.int().nullable(),
  statusCheckId: z.int().nullable(),
  registerChangeId: z.int().nullable(),
  citations,
});

const revision = { reason: z.string(), recordedAt: instant, registerChangeId: z.int().nullable() };

const commitment = z.strictObject({
  indicator: z.string(),
  unit: z.string().nullable(),
  note: z.string().nullable(),
  isMeasurable: z.boolean(),
  originalTarget: z.number().nullable(),
  target: z.number().nullable(),
  originalDue: dateRange.nullable(),
  due: dateRange.nullable(),
  revisions: z.array(
    z.strictObject({ target: z.number().nullable(), due: dateRange.nullable(), ...revision }),
  ),
  reading: z.strictObject({ value: z.number(), period: day }).nullable(),
  citations,
});

const milestone = z.strictObject({
  title: z.string(),
  note: z.string().nullable(),
  planned: dateRange.nullable(),
  revised: dateRange.nullable(),
  actual: dateRange.nullable(),
  deadlineBasis: basis.nullable(),
  revisions: z.array(z.strictObject({ from: dateRange.nullable(), to: dateRange, ...revision })),
  citations,
});

const reportWords = {
  id: z.int(),
  publishedAt: instant,
  summary: z.string(),
  percent,
  stageChange: z.strictObject({ stage, effective: dateRange }).nullable(),
  conditionChange: condition.nullable(),
  arrivedFunds: money.nullable(),
  completedInvestment: money.nullable(),
  readings: z.array(
    z.strictObject({ indicator: z.string(), value: z.number(), unit: z.string().nullable() }),
  ),
  milestonesMet: z.array(z.strictObject({ title: z.string(), actual: dateRange })),
};

const report = z.strictObject({
  ...reportWords,
  period: day,
  photos: z.array(
    z.strictObject({
      url: z.string().meta({ format: "uri-reference" }),
      thumbnailUrl: z.string().meta({ format: "uri-reference" }),
      width: z.int(),
      height: z.int(),
      caption: z.string().nullable(),
    }),
  ),
  corrected: z.array(z.strictObject({ ...reportWords, correctedAt: instant, reason: z.string() })),
});

const evidence = {
  evidenceKind: z.enum(["document", "site_visit", "company_statement", "public_report", "phone_call"]),
  evidence: z.string(),
};

const registerChange = z.strictObject({
  id: z.int(),
  subject: z.enum(["organization", "place", "agreement", "project", "standing"]),
  kind: z.enum(["creation", "change", "correction"]),
  publishedAt: instant,
  ...evidence,
  evidenceOn: day,
  reason: z.string().nullable(),
});

const statusCheck = z.strictObject({
  id: z.int(),
  answer: z.enum(["operating", "under_construction", "not_started", "terminated", "unclear"]),
  effective: dateRange,
  ...evidence,
  publishedAt: instant,
});

const figure = z.strictObject({
  metric: z.string(),
  money: money.nullable(),
  number: z.number().nullable(),
  unit: z.string().nullable(),
  period: dateRange.nullable(),
  isGoal: z.boolean(),
  note: z.string().nullable(),
  citations,
});

export const project = z
  .strictObject({
    ...facts,
    summary: z.string(),
    agreementNote: z.string().nullable(),
    responsibleUnit: z.string().nullable(),
    stageEvents: z.array(stageEvent),
    commitments: z.array(commitment),
    milestones: z.array(milestone),
    reports: z.array(report).max(20),
    statusChecks: z.array(statusCheck).max(20),
    registerChanges: z.array(registerChange).max(50),
    figures: z.array(figure),
    citations,
    sources: z.array(
      z.strictObject({ slug: z.string(), title: z.string(), printedDate: z.string(), publishedOn: day }),
    ),
    withdrawals: z.array(
      z.strictObject({
        kind: z.enum(["report", "statusCheck", "registerChange"]),
        period: day.nullable(),
        publishedAt: instant,
        withdrawnAt: instant,
      }),
    ),
    corrections: z.array(
      z.strictObject({
        stage: stage.nullable(),
        condition: condition.nullable(),
        recordedAt: instant,
        registerChangeId: z.int().nullable(),
      }),
    ),
    registeredAt: instant,
  })
  .meta({ id: "Project" }) satisfies z.ZodType<PublicProject>;
