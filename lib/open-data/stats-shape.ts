import { z } from "zod";
import type { PublicStats } from "@/lib/kpi/kpi-dto";
import { day, money, stageCounts } from "./value-shape";

const count = z.int().min(0);
const named = { slug: z.string(), name: z.string() };

const rate = {
  ratio: z.number().nullable(),
  formula: z.string(),
  excluded: count,
  unverified: count,
};
const kpi = z
  .strictObject({ numerator: count, denominator: count, ...rate })
  .meta({ id: "Kpi", description: "A ratio of null cannot be computed." });

/** /api/v1/stats */
export const stats = z
  .strictObject({
    asOf: day,
    total: count,
    stages: stageCounts,
    conditions: z.strictObject({ active: count, paused: count, terminated: count, unverified: count }),
    tracking: z.strictObject({ unverified: count, lapsed: count, tracked: count }),
    byEnterprises: z.array(
      z.strictObject({ enterprises: z.array(z.strictObject(named)), count, stages: stageCounts }),
    ),
    byPlace: z.array(z.strictObject({ place: z.strictObject(named).nullable(), count, stages: stageCounts })),
    bySigningMonth: z.array(
      z.strictObject({ month: z.string().nullable(), notAfter: day.nullable(), count }),
    ),
    overdueMilestones: count,
    overdueInferred: count,
    kpis: z.strictObject({
      startRate: kpi,
      operatingRate: kpi,
      fulfilmentRate: kpi,
      arrivalRate: z.strictObject({ numerator: money.nullable(), denominator: money.nullable(), ...rate }),
    }),
  })
  .meta({ id: "Stats" }) satisfies z.ZodType<PublicStats>;
