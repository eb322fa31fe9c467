import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { StoredDraft } from "@/lib/draft/draft-rules";

/** The viewer's own draft of a form; null: there is none. */
export async function findDraft(viewer: Viewer, form: string): Promise<StoredDraft | null> {
  requirePermission(viewer, "draft:keep");
  const [draft] = await db.$queryRaw<StoredDraft[]>`
    select d.input, d.version, to_json(d.updated_at)#>>'{}' as "savedAt"
    from drafts d where d.account_id = ${viewer.accountId} and d.form = ${form}`;
  return draft ?? null;
}
