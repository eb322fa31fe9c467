import "server-only";
import { getViewer } from "./current-viewer";
import { type GuardedPage, pages } from "./endpoints";
import { answerRefusal } from "./refusal-answer";
import { recordRefusal } from "./refusal-record";
import { requirePermission, type Viewer } from "./viewer";

/** Who opens the page, when they may; `path` is where sign-in comes back to. */
export async function requirePageViewer(page: GuardedPage, path: string): Promise<Viewer> {
  const viewer = await getViewer();
  try {
    requirePermission(viewer, pages[page]);
    return viewer;
  } catch (error) {
    await recordRefusal(viewer, page, error);
    return answerRefusal(error, path);
  }
}
