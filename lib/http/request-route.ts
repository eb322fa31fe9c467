import { isRealDay } from "../format/calendar-day";
import { dashboardDayKey } from "../kpi/dashboard-day-key";
import { parseProjectQuery } from "../project/project-query";
import { projectQueryKey } from "../project/project-query-key";

/**
 * What a request asks for.
 * `cached`: rendered once and stored, at an internal path that nobody may ask for directly;
 * `page`: rendered for each request; `data`: a file or JSON; `file`: what somebody uploaded; `missing`: an internal path;
 * `badParameters`: the API refuses these.
 */
export type RequestRoute =
  | { kind: "cached"; path: string }
  | { kind: "page" }
  | { kind: "data" }
  | { kind: "file" }
  | { kind: "missing" }
  | { kind: "badParameters"; names: readonly string[] };

const dynamicPages = /^\/(dashboard|problems|screen|supervision|staff|sign-in)(\/|$)/;
const internalPaths = /^\/(zh|register|open-data)(\/|$)/;
const files = /\.(atom|csv|ico|ics|jpg|json|pdf|png|svg|txt|webmanifest|webp|woff2|xlsx|xml)$/;

const pageParameters = ["stage", "condition", "enterprise", "place", "due", "q", "sort", "page"] as const;

/** Where the proxy sends a URL. The order matters: the first row that fits. `isForAll`: a read by nobody in particular. */
export function requestRoute({ pathname, searchParams }: URL, isForAll: boolean): RequestRoute {
  if (internalPaths.test(pathname) || !isReadable(pathname)) return { kind: "missing" };
  if (pathname.startsWith("/api/v1/")) return openDataRoute(pathname.slice("/api/v1/".length), searchParams);
  if (pathname.startsWith("/api/attachments/")) return { kind: "file" };
  if (pathname.startsWith("/api/") || files.test(pathname)) return { kind: "data" };
  if (pathname === "/dashboard" && isForAll) {
    return { kind: "cached", path: `/zh/dashboard/${dashboardDayKey(searchParams.get("asOf"))}` };
  }
  if (dynamicPages.test(pathname)) return { kind: "page" };
  if (pathname === "/projects") return registerRoute(searchParams);
  return { kind: "cached", path: pathname === "/" ? "/zh" : `/zh${pathname}` };
}

/** Next answers a malformed escape like %E0%A4 with a plain 500, and Postgres refuses NUL. */
function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}

function registerRoute(params: URLSearchParams): RequestRoute {
  const { query, ignored } = parseProjectQuery(params, pageParameters);
  return { kind: "cached", path: `/zh/register/${projectQueryKey(query, ignored)}` };
}

function openDataRoute(path: string, params: URLSearchParams): RequestRoute {
  const [collection = "", code, ...more] = path.split("/");
  if (more.length > 0) return { kind: "missing" };
  if (collection === "projects") return code ? cachedData("project", code) : projectsRoute(params);
  if (collection === "agreements")
    return code ? cachedData("agreement", code) : cachedData("agreements", "all");
  if (collection === "stats" && !code) return statsRoute(params);
  return path === "openapi.json" ? { kind: "data" } : { kind: "missing" };
}

function cachedData(dataset: string, key: string): RequestRoute {
  return { kind: "cached", path: `/open-data/${dataset}/${key}` };
}

function projectsRoute(params: URLSearchParams): RequestRoute {
  const { query, ignored } = parseProjectQuery(params);
  if (ignored.length > 0) return { kind: "badParameters", names: ignored };
  return cachedData("projects", projectQueryKey(query));
}

/** Stored entries end with the day in Asia/Shanghai, so `today` as a key is as exact as its date. */
function statsRoute(params: URLSearchParams): RequestRoute {
  const asOf = params.get("asOf") || "today";
  const isAcceptable = asOf === "today" || isDayOfRecord(asOf);
  return isAcceptable ? cachedData("stats", asOf) : { kind: "badParameters", names: ["asOf"] };
}

/** The centuries that every date of the site is read in; others end where Postgres's and JavaScript's years differ. */
function isDayOfRecord(text: string): boolean {
  return /^(19|20|21)/.test(text) && isRealDay(text);
}
