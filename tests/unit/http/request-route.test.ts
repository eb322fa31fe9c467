import { expect, test } from "vitest";
import { requestRoute } from "@/lib/http/request-route";

const route = (path: string, isForAll = true) =>
  requestRoute(new URL(path, "http://localhost:3000"), isForAll);

test.each([
  ["/", "/zh"],
  ["/about?utm_source=x", "/zh/about"],
  ["/projects", "/zh/register/all"],
  ["/projects?page=2&stage=signed", "/zh/register/stage-signed.page-2"],
  ["/projects?stage=built&pageSize=5", "/zh/register/ignored-stage"],
  ["/projects/P2015-05", "/zh/projects/P2015-05"],
  ["/api/v1/projects?pageSize=5", "/open-data/projects/pageSize-5"],
  ["/api/v1/projects/P2015-05", "/open-data/project/P2015-05"],
  ["/api/v1/agreements", "/open-data/agreements/all"],
  ["/api/v1/agreements/A2015-02", "/open-data/agreement/A2015-02"],
  ["/api/v1/stats", "/open-data/stats/today"],
  ["/api/v1/stats?asOf=2014-12-31", "/open-data/stats/2014-12-31"],
  ["/dashboard", "/zh/dashboard/today"],
  ["/dashboard?asOf=%20&utm_source=x", "/zh/dashboard/today"],
  ["/dashboard?asOf=2015%E5%B9%B48%E6%9C%8810%E6%97%A5", "/zh/dashboard/2015-08-10"],
  ["/dashboard?asOf=2015/2/30", "/zh/dashboard/2015-2-30"],
  ["/dashboard?asOf=yesterday", "/zh/dashboard/unreadable"],
])("%s is stored as %s", (path, stored) => {
  expect(route(path)).toEqual({ kind: "cached", path: stored });
});

test.each([
  "/zh",
  "/zh/about",
  "/register/all",
  "/open-data/projects/all",
  "/projects/%00",
  "/api/v1/projects/%00",
  "/api/v1/nothing",
  "/api/v1/projects/P2015-05/more",
])("nobody may ask for %s", (path) => {
  expect(route(path)).toEqual({ kind: "missing" });
});

test("the dashboard of somebody in particular is rendered for each request", () => {
  expect(route("/dashboard?asOf=2015-08-10", false)).toEqual({ kind: "page" });
});

test.each(["/dashboard/today", "/staff", "/staff/projects/P2015-05/report", "/sign-in", "/screen"])(
  "%s is rendered for each request",
  (path) => {
    expect(route(path)).toEqual({ kind: "page" });
  },
);

test.each([
  "/api/health",
  "/api/auth/session",
  "/api/v1/openapi.json",
  "/data/projects.csv?stage=signed",
  "/feed.atom",
])("%s is no page", (path) => {
  expect(route(path)).toEqual({ kind: "data" });
});

test("what somebody uploaded is a file, under a policy of its own", () => {
  expect(route(`/api/attachments/${"0".repeat(32)}?size=thumb`)).toEqual({ kind: "file" });
});

test.each([
  ["/api/v1/projects?stage=built&page=0", ["stage", "page"]],
  ["/api/v1/projects?pageSize=101", ["pageSize"]],
  ["/api/v1/stats?asOf=2015-02-30", ["asOf"]],
  ["/api/v1/stats?asOf=yesterday", ["asOf"]],
  ["/api/v1/stats?asOf=0000-01-01", ["asOf"]],
  ["/api/v1/stats?asOf=0001-01-01", ["asOf"]],
  ["/api/v1/stats?asOf=9999-12-31", ["asOf"]],
])("the API refuses %s", (path, names) => {
  expect(route(path)).toEqual({ kind: "badParameters", names });
});
