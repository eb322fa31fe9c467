import { databaseIsDown } from "../page-cache/page-cache-listener";
import { paths } from "../paths";
import { problemPageText } from "../text/problem-page-text";
import { problemJson } from "./problem-json";
import { mayChangeState } from "./same-origin";
import { isSentByForm } from "./sent-by-form";
import { staticPage } from "./static-page";

const probes = ["/api/health", "/api/ready"];

/** What any request is refused for: the database is away, or it would change something and is not from a page of ours. */
export function refuseRequest(
  request: Pick<Request, "method" | "headers" | "url">,
  requestId: string,
): Response | null {
  const { pathname } = new URL(request.url);
  const asData = pathname.startsWith("/api/") && !isSentByForm(request);
  if (databaseIsDown() && !probes.includes(pathname)) {
    const { title, advice } = problemPageText[503];
    const headers = { "retry-after": "5" };
    if (asData) return problemJson({ status: 503, title, detail: advice }, headers);
    const page = { status: 503, title, lead: advice, wayOn: { href: "", label: "重新打开这一页" } };
    return staticPage(page, requestId, headers);
  }
  if (!mayChangeState(request)) {
    const title = "这次提交没有被接受";
    const lead = "它不是从本站的页面发出的，没有改动任何内容。请打开本站的页面，再提交一次。";
    if (asData) return problemJson({ status: 403, title, detail: lead });
    const page = { status: 403, title, lead, wayOn: { href: paths.home(), label: "回首页" } };
    return staticPage(page, requestId);
  }
  return null;
}
