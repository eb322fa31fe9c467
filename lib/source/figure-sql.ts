import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { citationsOf } from "./citation-sql";

/** One row of `figures f` as a `Figure`. */
export const figureJson = Prisma.sql`json_build_object(
  'metric', f.metric, 'money', money_json(f.amount, f.currency), 'number', f.number, 'unit', f.unit,
  'period', range_json(f.period_from, f.period_to, f.period_precision), 'isGoal', f.is_goal, 'note', f.note,
  'citations', ${citationsOf("figure", Prisma.sql`f.id`)})`;
