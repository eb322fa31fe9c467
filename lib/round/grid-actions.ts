"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import { discardDraft } from "@/lib/draft/draft-commands";
import { keptValuesSchema } from "@/lib/format/kept-values-schema";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import { gridScopes, paths } from "@/lib/paths";
import { DomainError } from "@/lib/result";
import { handInGrid, writeGrid } from "@/lib/round/grid-commands";
import { gridForm } from "@/lib/round/grid-rules";
import { monthSchema } from "@/lib/round/round-schema";

const gridKey = z.object({ period: monthSchema, scope: z.enum(gridScopes) });

/** Saves what was typed; 检查 goes on to the check page. */
export const writeGridAction = action("writeGrid", keptValuesSchema, async (viewer, sent) => {
  const key = gridKey.safeParse(sent);
  if (!key.success) throw new DomainError("页面已过期，请从“月调度”再打开批量填报。");
  const { period, scope } = key.data;
  const written = await writeGrid(viewer, { period, scope, sent });
  if (written.isReady) redirect(paths.staffRoundGridCheck(period, scope));
  return written;
});

export const discardGridDraftAction = action(
  "discardGridDraft",
  gridKey,
  async (viewer, { period, scope }) => {
    await discardDraft(viewer, gridForm(period, scope));
    redirect(paths.staffRoundGrid(period, scope));
  },
);

const handingIn = gridKey.extend({
  batchId: z.uuid("页面已过期，请回到批量填报再检查一遍。"),
  draftVersion: rowNumberSchema,
});

/** Hands in the rows that the check page showed as ready. */
export const handInGridAction = action("handInGrid", handingIn, async (viewer, order) => {
  await handInGrid(viewer, order);
  redirect(paths.staffRoundGridDone(order.period, order.scope));
});
