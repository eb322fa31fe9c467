import { expect, it } from "vitest";
import { nextPath } from "@/lib/auth/next-path";

it.each(["/staff", "/staff/review?page=2#first", "/projects?q=%E4%B8%AD%E5%85%B4"])(
  "a path of this site is gone to after sign-in: %s",
  (path) => {
    expect(nextPath(path)).toBe(path);
  },
);

it.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/./\\evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "evil.example",
  "",
  undefined,
  ["/staff"],
])("what could leave the site is not: %j", (raw) => {
  expect(nextPath(raw)).toBeNull();
});

it.each(["/sign-in?next=/staff", "/api/v1/projects"])("what is no page to land on is not: %s", (path) => {
  expect(nextPath(path)).toBeNull();
});
