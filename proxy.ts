import { type NextRequest, NextResponse } from "next/server";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { dataPolicy, filePolicy, noncePagePolicy } from "@/lib/http/content-security-policy.mjs";
import { problemJson } from "@/lib/http/problem-json";
import { refuseRequest } from "@/lib/http/refuse-request";
import { nameRequest, requestIdOf } from "@/lib/http/request-id";
import { requestRoute } from "@/lib/http/request-route";
import { staticPage } from "@/lib/http/static-page";

// Uploads are left out: what passes here is kept in memory up to 10 MB and cut off beyond. Their route has the same gate.
export const config = { matcher: "/((?!_next/static/|_next/image|api/uploads(?:/|$)).*)" };

// What Next takes for a server action; beyond it answers in English.
const mostBytesOfForm = 1024 * 1024;

/** Every request passes here: it is refused, or sent to the route that answers it, with its headers. */
export function proxy(request: NextRequest): Response {
  const requestId = requestIdOf(request);
  const response = refusal(request, requestId) ?? forward(request, requestId);
  return nameRequest(response, requestId);
}

function refusal(request: NextRequest, requestId: string): Response | null {
  const refused = refuseRequest(request, requestId);
  if (refused) return refused;
  if (Number(request.headers.get("content-length")) > mostBytesOfForm) {
    const title = "这次提交太长";
    const lead = "一次最多提交 1 MB 文字，没有改动任何内容。请返回上一页，缩短后再提交。";
    if (request.nextUrl.pathname.startsWith("/api/"))
      return problemJson({ status: 413, title, detail: lead });
    return staticPage({ status: 413, title, lead, wayOn: { href: "", label: "重新打开这一页" } }, requestId);
  }
  return null;
}

function forward(request: NextRequest, requestId: string): Response {
  const headers = new Headers(request.headers);
  headers.set("x-request-id", requestId);
  headers.delete("content-security-policy");
  const route = requestRoute(request.nextUrl, isForAll(request));
  switch (route.kind) {
    case "cached":
      return rewrite(request, route.path, headers);
    case "missing":
      if (request.nextUrl.pathname.startsWith("/api/")) return missingData();
      return rewrite(request, "/zh/missing/page", headers);
    case "badParameters":
      return badParameters(route.names);
    case "data":
      return withPolicy(NextResponse.next({ request: { headers } }), dataPolicy);
    case "file":
      return withPolicy(NextResponse.next({ request: { headers } }), filePolicy);
    case "page":
      return dynamicPage(request, headers);
  }
}

/** Whoever has a session's cookie may see more, and a post is an action of somebody. */
function isForAll({ method, cookies }: NextRequest): boolean {
  return (method === "GET" || method === "HEAD") && !cookies.has(sessionCookieName);
}

function rewrite(request: NextRequest, path: string, headers: Headers): Response {
  const response = NextResponse.rewrite(new URL(path, request.url), { request: { headers } });
  // A stored page brings its own policy.
  return path.startsWith("/open-data/") ? withPolicy(response, dataPolicy) : response;
}

/** Next puts the nonce of the request's policy on its scripts. */
function dynamicPage(request: NextRequest, headers: Headers): Response {
  const allowsStyleAttributes = request.nextUrl.pathname === "/dashboard";
  const policy = noncePagePolicy(crypto.randomUUID(), { allowsStyleAttributes });
  headers.set("content-security-policy", policy);
  return withPolicy(NextResponse.next({ request: { headers } }), policy);
}

function missingData(): Response {
  return problemJson({ status: 404, title: "没有这项数据", detail: "请核对编号。" });
}

function badParameters(names: readonly string[]): Response {
  const detail = `参数 ${names.join("、")} 的值不能识别，请对照接口说明 /api/v1/openapi.json。`;
  return problemJson({ status: 400, title: "请求参数有误", detail, parameters: names });
}

function withPolicy(response: Response, policy: string): Response {
  response.headers.set("content-security-policy", policy);
  return response;
}
