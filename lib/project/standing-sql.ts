import "server-only";
import type { IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, notAfter } from "@/lib/format/date-range";
import type { Condition, Stage, Standing } from "@/lib/project/project-rules";
import { Prisma } from "@/prisma/generated/client";

export type StandingRow = {
  today: IsoDate;
  stage: Stage;
  effective: DateRange | null;
  condition: Condition | null;
};

/** The columns of a project `p` that say where it stands. */
export const standingColumns = Prisma.sql`
  app_today()::text as today, p.stage, p.condition,
  range_json(p.stage_from, p.stage_to, p.stage_precision) as effective`;

/** Where a project stands; without any stage event it is signed, nobody knows when. */
export function standingOf({ today, stage, effective, condition }: StandingRow): Standing {
  return { stage, condition, effective: effective ?? notAfter(today) };
}
