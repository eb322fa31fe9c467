import "server-only";
import { record } from "@/lib/audit/audit-record";
import { db } from "@/lib/db";
import type { GuardedAction, GuardedPage } from "./endpoints";
import { Forbidden, type Viewer } from "./viewer";

/** Leaves an audit event when somebody signed in tried what their role may not; any other error is none of it. */
export async function recordForbidden(
  viewer: Viewer | null,
  endpoint: GuardedAction | GuardedPage,
  error: unknown,
): Promise<void> {
  if (!viewer || !(error instanceof Forbidden)) return;
  const event = { action: "permission.refused", subject: endpoint } as const;
  await record(db, { actor: viewer, ...event, details: { permission: error.permission }, succeeded: false });
}
