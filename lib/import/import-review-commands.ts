import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import type { PublishedImport } from "@/lib/import/import-dto";
import { getSeen, listWaitingChanges } from "@/lib/import/import-review-queries";
import { publishChange } from "@/lib/register-change/register-review-commands";
import { DomainError } from "@/lib/result";

/** What one request publishes at most; the page then offers to go on. */
const mostMsOfRequest = 20_000;

type Publication = PublishedImport & {
  /** What was refused, so that an attempt on one's own work can be recorded. */
  refusals: DomainError[];
};

/**
 * Publishes what waits of an import, each change in a transaction of its own, and says of each that was refused why.
 * `seen` shows that it is what the reviewer saw.
 */
export async function publishImport(
  viewer: Viewer,
  { id, seen }: { id: number; seen: string },
): Promise<Publication> {
  requirePermission(viewer, "register:review");
  if ((await getSeen(viewer, id)) !== seen) {
    throw new DomainError("这批变更刚刚有变化。请刷新页面，看过现状再发布。");
  }
  const changes = await listWaitingChanges(viewer, id);
  const stopAt = performance.now() + mostMsOfRequest;
  const result: Publication = { published: 0, left: 0, seen: "", refused: [], refusals: [] };
  for (const [index, { row, title, ...change }] of changes.entries()) {
    if (performance.now() > stopAt) {
      result.left = changes.length - index;
      break;
    }
    try {
      await publishChange(viewer, change);
      result.published += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      result.refusals.push(error);
      result.refused.push({ id: change.id, row, title, message: error.message });
    }
  }
  return { ...result, seen: await getSeen(viewer, id) };
}
