"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import { keptValuesSchema } from "@/lib/format/kept-values-schema";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import { paths } from "@/lib/paths";
import { discardGrid, gridKeyOf, handInGrid, writeGrid } from "@/lib/round/grid-commands";
import { gridKeySchema } from "@/lib/round/round-schema";

/** Saves what was typed; 检查 goes on to the check page. Of a page without JavaScript. */
export const writeGridAction = action("writeGrid", keptValuesSchema, async (viewer, sent) => {
  const written = await writeGrid(viewer, sent);
  const { period, scope } = gridKeyOf(sent);
  if (written.isReady) redirect(paths.staffRoundGridCheck(period, scope));
  return written;
});

export const discardGridDraftAction = action("discardGridDraft", keptValuesSchema, async (viewer, sent) => {
  await discardGrid(viewer, sent);
  const { period, scope } = gridKeyOf(sent);
  redirect(paths.staffRoundGrid(period, scope));
});

const handingIn = gridKeySchema.extend({
  batchId: z.uuid("页面已过期，请回到批量填报再检查一遍。"),
  draftVersion: rowNumberSchema,
});

/** Hands in the rows that the check page showed as ready. */
export const handInGridAction = action("handInGrid", handingIn, async (viewer, order) => {
  await handInGrid(viewer, order);
  redirect(paths.staffRoundGridDone(order.period, order.scope));
});
