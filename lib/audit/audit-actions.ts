"use server";

import { z } from "zod";
import { action } from "@/lib/auth/action";
import { verifyAudit } from "./audit-commands";

/** The result is what the check found. */
export const verifyAuditAction = action("verifyAudit", z.object({}), verifyAudit);
