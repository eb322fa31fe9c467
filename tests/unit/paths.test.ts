import { expect, it } from "vitest";
import { paths } from "@/lib/paths";

it("leaves empty filters and the first page out of the register's address", () => {
  expect(paths.projects({ stage: "signed", q: "", enterprise: null, page: 1 })).toBe(
    "/projects?stage=signed",
  );
  expect(paths.projects({ page: 2 })).toBe("/projects?page=2");
  expect(paths.projects()).toBe("/projects");
});

it("links a source to the paragraph", () => {
  expect(paths.source("report-2015-08-10", 15)).toBe("/sources/report-2015-08-10#p15");
  expect(paths.source("report-2015-08-10")).toBe("/sources/report-2015-08-10");
});

it("escapes what a person typed", () => {
  expect(paths.signIn("/staff?a=1&b=2")).toBe("/sign-in?next=%2Fstaff%3Fa%3D1%26b%3D2");
});
