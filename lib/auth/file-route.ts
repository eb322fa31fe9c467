import "server-only";
import { requestIdOf } from "@/lib/http/request-id";
import { seeOther } from "@/lib/http/see-other";
import { staticPage } from "@/lib/http/static-page";
import { log } from "@/lib/log";
import { paths } from "@/lib/paths";
import { problemPageText } from "@/lib/text/problem-page-text";
import { getViewer } from "./current-viewer";
import { type GuardedRoute, routes } from "./endpoints";
import { recordRefusal } from "./refusal-record";
import { Forbidden, NotSignedIn, PasswordChangeDue, requirePermission, type Viewer } from "./viewer";

type Context<Params> = { params: Promise<Params> };
/** The file; null: there is none for this viewer. */
type Answer<Params> = (viewer: Viewer, request: Request, params: Params) => Promise<Response | null>;

/** A route that a person downloads a file from, when they may (by its entry in `routes`); refusals are pages. */
export function fileRoute<Params = Record<string, never>>(
  name: GuardedRoute,
  answer: Answer<Params>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return async (request, { params }) => {
    const viewer = await getViewer();
    try {
      requirePermission(viewer, routes[name]);
      return (await answer(viewer, request, await params)) ?? problemPage(404, request);
    } catch (error) {
      await recordRefusal(viewer, name, error);
      if (error instanceof PasswordChangeDue) return seeOther(paths.staffAccount());
      if (error instanceof NotSignedIn) return problemPage(401, request);
      if (error instanceof Forbidden) return problemPage(403, request);
      log.error("A download failed", { error, requestId: requestIdOf(request) });
      return problemPage(500, request);
    }
  };
}

function problemPage(status: 401 | 403 | 404 | 500, request: Request): Response {
  const { title, advice } = problemPageText[status];
  const wayOn =
    status === 401 ? { href: paths.signIn(), label: "登录" } : { href: paths.staff(), label: "回到我的任务" };
  return staticPage({ status, title, lead: advice, wayOn }, requestIdOf(request));
}
