import { expect, test } from "vitest";
import { mayChangeState } from "@/lib/http/same-origin";

const request = (method: string, headers: Record<string, string>) => ({
  method,
  headers: new Headers({ host: "zunyi.example:3000", ...headers }),
});

test("a post from a page of this site is accepted, also behind a proxy that renames the host", () => {
  expect(mayChangeState(request("POST", { origin: "http://zunyi.example:3000" }))).toBe(true);
  const behindProxy = { origin: "https://tz.zunyi.gov.cn", "x-forwarded-host": "tz.zunyi.gov.cn" };
  expect(mayChangeState(request("POST", behindProxy))).toBe(true);
});

const foreign: Record<string, string>[] = [
  {},
  { origin: "null" },
  { origin: "https://evil.example" },
  { origin: "http://zunyi.example:3001" },
];

test.each(foreign)("a post with %j is refused", (headers) => {
  expect(mayChangeState(request("POST", headers))).toBe(false);
  expect(mayChangeState(request("DELETE", headers))).toBe(false);
});

test("reading needs no origin", () => {
  expect(mayChangeState(request("GET", {}))).toBe(true);
  expect(mayChangeState(request("HEAD", { origin: "https://evil.example" }))).toBe(true);
});
