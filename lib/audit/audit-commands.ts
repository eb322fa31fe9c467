import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { record } from "./audit-record";
import { type Verification, verifyChain } from "./audit-verify";

/** Checks the whole chain, and notes in it that it was checked and with which result. */
export async function verifyAudit(viewer: Viewer): Promise<Verification> {
  requirePermission(viewer, "audit:read");
  const verification = await verifyChain();
  const { count, finding } = verification;
  const details = { count, result: finding?.kind ?? "whole", number: finding?.number ?? null };
  await record(db, { actor: viewer, action: "audit.verified", subject: "audit", details });
  return verification;
}
