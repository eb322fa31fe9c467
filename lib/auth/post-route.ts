import "server-only";
import { problemJson } from "@/lib/http/problem-json";
import { refuseRequest } from "@/lib/http/refuse-request";
import { nameRequest, requestIdOf } from "@/lib/http/request-id";
import { seeOther } from "@/lib/http/see-other";
import { isSentByForm } from "@/lib/http/sent-by-form";
import { staticPage } from "@/lib/http/static-page";
import { log } from "@/lib/log";
import { paths } from "@/lib/paths";
import { sessionEndedText } from "@/lib/text/account-text";
import { problemPageText } from "@/lib/text/problem-page-text";
import { getViewer } from "./current-viewer";
import { type GuardedRoute, routes } from "./endpoints";
import { recordRefusal } from "./refusal-record";
import { Forbidden, NotSignedIn, PasswordChangeDue, requirePermission, type Viewer } from "./viewer";

type Answer = (viewer: Viewer, request: Request) => Promise<Response>;

/**
 * A route that takes posts past the proxy: only from a page of ours, and from who may (by its entry in `routes`), before
 * anything of the body is read. A form of a browser is answered with pages, a script with JSON.
 */
export function postRoute(name: GuardedRoute, answer: Answer): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = requestIdOf(request);
    return nameRequest(
      refuseRequest(request, requestId) ?? (await answerViewer(request, { name, answer, requestId })),
      requestId,
    );
  };
}

type Answering = { name: GuardedRoute; answer: Answer; requestId: string };

async function answerViewer(request: Request, { name, answer, requestId }: Answering): Promise<Response> {
  const viewer = await getViewer();
  try {
    requirePermission(viewer, routes[name]);
    return await answer(viewer, request);
  } catch (error) {
    await recordRefusal(viewer, name, error);
    return answerFailure(error, request, requestId);
  }
}

function answerFailure(error: unknown, request: Request, requestId: string): Response {
  const asPage = isSentByForm(request);
  if (error instanceof NotSignedIn) {
    return asPage ? seeOther(paths.signIn()) : problem(401, "请先登录", sessionEndedText);
  }
  if (error instanceof PasswordChangeDue && asPage) return seeOther(paths.staffAccount());
  const status = error instanceof Forbidden || error instanceof PasswordChangeDue ? 403 : 500;
  if (status === 500) log.error("A post failed", { error, requestId });
  const { title, advice } = problemPageText[status];
  if (!asPage) return problem(status, title, advice);
  return staticPage(
    { status, title, lead: advice, wayOn: { href: paths.staff(), label: "回到我的任务" } },
    requestId,
  );
}

function problem(status: number, title: string, detail: string): Response {
  return problemJson({ status, title, detail }, { "cache-control": "no-store" });
}
