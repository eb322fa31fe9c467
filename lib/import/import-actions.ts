"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/auth/action";
import type { Viewer } from "@/lib/auth/viewer";
import { chooseRows, handInAll, handInChosen } from "@/lib/import/confirmation-commands";
import { findConfirmable } from "@/lib/import/import-queries";
import { confirmationSchema } from "@/lib/import/import-schema";
import { paths } from "@/lib/paths";
import { type Grounds, readGrounds } from "@/lib/register-change/proposal-schema";
import { InputRefused, type KeptValues } from "@/lib/result";

/** Keeps the ticks of a page, and with them hands in what is chosen, or all. */
export const confirmImportAction = action(
  "confirmImport",
  confirmationSchema,
  async (viewer, confirmation) => {
    const { id, shown, row, intent, grounds: typed } = confirmation;
    await chooseRows(viewer, { id, shown, chosen: row });
    if (intent !== "choose") {
      const grounds = await groundsOf(viewer, id, typed);
      if (intent === "all") await handInAll(viewer, { id, grounds });
      else await handInChosen(viewer, { id, grounds });
    }
    redirect(paths.staffImportPreview(id, { done: intent }));
  },
);

/** On what changes of the register rest; null: they are reports. */
async function groundsOf(viewer: Viewer, id: number, typed: KeptValues): Promise<Grounds | null> {
  const { kind, hasChanges, today } = await findConfirmable(viewer, id);
  if (kind !== "register") return null;
  const read = readGrounds(typed, { isNew: !hasChanges, today });
  if ("errors" in read) throw new InputRefused(read.errors);
  return read.grounds;
}
