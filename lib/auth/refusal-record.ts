import "server-only";
import { record } from "@/lib/audit/audit-record";
import { db } from "@/lib/db";
import { SeparationRefused } from "@/lib/result";
import type { GuardedAction, GuardedPage, GuardedRoute } from "./endpoints";
import { Forbidden, type Viewer } from "./viewer";

/** Leaves an audit event when somebody signed in tried what is not theirs to do; any other error leaves none. */
export async function recordRefusal(
  viewer: Viewer | null,
  endpoint: GuardedAction | GuardedPage | GuardedRoute,
  error: unknown,
): Promise<void> {
  const details = detailsOf(error);
  if (!viewer || !details) return;
  const event = { action: "permission.refused", subject: endpoint, details } as const;
  await record(db, { actor: viewer, ...event, succeeded: false });
}

function detailsOf(error: unknown) {
  if (error instanceof Forbidden) return { permission: error.permission };
  return error instanceof SeparationRefused ? { reason: "own" } : null;
}
