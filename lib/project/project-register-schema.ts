import { z } from "zod";
import { dateRangeSchema } from "@/lib/format/date-range-schema";
import { currencies } from "@/lib/format/money";
import { stages } from "@/lib/project/project-rules";

export const projectTypes = ["engineering", "platform", "institution", "recruitment"] as const;

const money = z.string().regex(/^\d+$/).nullable();

/** What the register says of a project itself, as a change proposes it; codes and slugs name what it belongs to. */
export const projectContentSchema = z.object({
  name: z.string(),
  shortName: z.string(),
  type: z.enum(projectTypes),
  summary: z.string(),
  /** Null: it is not known. */
  agreement: z.string().nullable(),
  /** Why the agreement is not known. */
  agreementNote: z.string().nullable(),
  place: z.string().nullable(),
  /** A place that is registered with the change. */
  newPlace: z.string().nullable(),
  investors: z.array(z.string()),
  /** Enterprises that are registered with the change. */
  newInvestors: z.array(z.string()),
  /** Whole units of the currency; null: not stated. */
  plannedInvestment: money,
  agreedInvestment: money,
  currency: z.enum(currencies),
  /** What a creation states of its way so far; an edit states none, since reports and corrections do. */
  stages: z.array(
    z.object({
      stage: z.enum(stages),
      on: dateRangeSchema,
      evidence: z.string().nullable(),
      /** Why a stage was skipped. */
      reason: z.string().nullable(),
    }),
  ),
});
export type ProjectContent = z.output<typeof projectContentSchema>;
export type StageContent = ProjectContent["stages"][number];
