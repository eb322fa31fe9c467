"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import { paths } from "@/lib/paths";
import { verifyAudit } from "./audit-commands";

/** The result is what the check found. */
export const verifyAuditAction = action("verifyAudit", z.object({}), async (viewer) => {
  const verification = await verifyAudit(viewer);
  revalidatePath(paths.staffAudit());
  return verification;
});
