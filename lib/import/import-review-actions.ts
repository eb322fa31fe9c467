"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import { recordRefusal } from "@/lib/auth/refusal-record";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import { publishImport } from "@/lib/import/import-review-commands";
import { paths } from "@/lib/paths";

const publication = z.object({ id: rowNumberSchema, seen: z.string("页面已过期，请刷新后再办。") });

/** Publishes everything of an import that the page showed; the answer says what was refused, and what is left. */
export const publishImportAction = action("publishImport", publication, async (viewer, seen) => {
  const { refusals, ...published } = await publishImport(viewer, seen);
  for (const refusal of refusals) await recordRefusal(viewer, "publishImport", refusal);
  if (published.left === 0 && refusals.length === 0) redirect(paths.staffReview("published"));
  return published;
});
