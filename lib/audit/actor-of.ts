import type { Actor } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";

/** The viewer as the audit names them. */
export function actorOf({ accountId, name, address }: Viewer): Actor {
  return { accountId, name, address };
}
