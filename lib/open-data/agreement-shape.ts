import { z } from "zod";
import type { AgreementItem, PublicAgreement } from "@/lib/agreement/agreement-dto";
import { evidenceKinds } from "@/lib/register-change/proposal-schema";
import { changeKinds } from "@/lib/register-change/register-change-rules";
import { basis, citations, dateRange, day, instant, money, stage, stageCounts } from "./value-shape";

const facts = {
  code: z.string(),
  title: z.string().nullable(),
  callName: z.string(),
  kind: z.enum(["strategic_cooperation", "cooperation", "cooperative_operation"]).nullable(),
  parties: z.array(
    z.strictObject({
      organization: z
        .strictObject({
          slug: z.string(),
          shortName: z.string(),
          kind: z.enum(["government", "zone", "enterprise"]),
        })
        .nullable(),
      nameInTitle: z.string(),
      citations,
    }),
  ),
  signed: dateRange.nullable(),
  signedPlace: z.string().nullable(),
  agreedInvestment: money.nullable(),
  projectCount: z.int(),
  stageCounts,
  citations,
};

const agreementItem = z
  .strictObject({ ...facts, passedPromises: z.int() })
  .meta({ id: "AgreementItem" }) satisfies z.ZodType<AgreementItem>;

export const agreementList = z
  .strictObject({ total: z.int(), items: z.array(agreementItem) })
  .meta({ id: "AgreementList" });

const project = z.strictObject({
  code: z.string(),
  name: z.string(),
  stage,
  due: z.strictObject({ range: dateRange, basis, isPast: z.boolean() }).nullable(),
  sourcedOn: day,
  reportedOn: day.nullable(),
  lastRecordOn: day,
  citations,
});

const promise = z.strictObject({
  kind: z.enum(["milestone", "commitment"]),
  project: z.strictObject({ code: z.string(), name: z.string() }),
  title: z.string(),
  note: z.string().nullable(),
  target: z.number().nullable(),
  unit: z.string().nullable(),
  due: dateRange.nullable(),
  originalDue: dateRange.nullable(),
  isRevised: z.boolean(),
  actual: dateRange.nullable(),
  isReported: z.boolean(),
  citations,
});

const event = z.strictObject({
  code: z.string(),
  title: z.string(),
  description: z.string(),
  place: z.string().nullable(),
  held: dateRange,
  others: z.array(z.strictObject({ code: z.string(), callName: z.string() })),
  citations,
});

const change = z
  .strictObject({
    id: z.int(),
    kind: z.enum(changeKinds),
    publishedOn: day,
    withdrawnOn: day.nullable(),
    reason: z.string().nullable(),
    evidence: z.strictObject({ kind: z.enum(evidenceKinds), text: z.string(), on: day }).nullable(),
    fields: z.array(z.string()),
  })
  .meta({ id: "RegisterChange", description: "Of a withdrawn change only that there was one." });

export const agreement = z
  .strictObject({
    ...facts,
    summary: z.string(),
    projects: z.array(project).max(200),
    promises: z.array(promise),
    events: z.array(event),
    responsibleUnits: z.array(z.string()),
    sourcedOn: day.nullable(),
    registeredAt: instant,
    changes: z.array(change),
  })
  .meta({ id: "Agreement" }) satisfies z.ZodType<PublicAgreement>;
