"use server";

import { z } from "zod";
import { action } from "@/lib/auth/action";
import { recordRefusal } from "@/lib/auth/refusal-record";
import { publishReports } from "@/lib/round/bulk-commands";
import { readTicked } from "@/lib/round/bulk-rules";

const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

const publication = z.object({ report: many, money: many });

/** Publishes what the confirmation page listed; the page then says of each report what became of it. */
export const publishRoundAction = action("publishRound", publication, async (viewer, { report, money }) => {
  const { outcomes, refusals } = await publishReports(viewer, readTicked(report, money));
  for (const refusal of refusals) await recordRefusal(viewer, "publishRound", refusal);
  return outcomes;
});
