"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import { openKeeper } from "@/lib/auth/form-keeper";
import { nextPath } from "@/lib/auth/next-path";
import { discardDraft } from "@/lib/draft/draft-commands";
import { paths } from "@/lib/paths";
import { DomainError } from "@/lib/result";
import { formTooOldText } from "@/lib/text/draft-text";

const discarding = z.object({ keeper: z.string(), page: z.string() });

/** Throws away what was typed into a form, and opens its page anew. */
export const discardDraftAction = action("discardDraft", discarding, async (viewer, { keeper, page }) => {
  const kept = await openKeeper(keeper);
  if (!kept) throw new DomainError(formTooOldText);
  await discardDraft(viewer, kept.form);
  redirect(nextPath(page) ?? paths.staff());
});
