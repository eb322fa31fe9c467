"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/auth/action";
import { chooseRows, handInAll, handInChosen } from "@/lib/import/confirmation-commands";
import { confirmationSchema } from "@/lib/import/import-schema";
import { paths } from "@/lib/paths";

/** Keeps the ticks of a page, and with them hands in what is chosen, or all. */
export const confirmImportAction = action(
  "confirmImport",
  confirmationSchema,
  async (viewer, { id, shown, row, intent }) => {
    await chooseRows(viewer, { id, shown, chosen: row });
    if (intent === "all") await handInAll(viewer, id);
    if (intent === "chosen") await handInChosen(viewer, id);
    redirect(paths.staffImportPreview(id, { done: intent }));
  },
);
