import { expect, it } from "vitest";
import { defaultProblemQuery, parseProblemQuery, problemsPath } from "@/lib/progress/problem-query";

it("reads the filters of the list from its address", () => {
  const params = {
    state: "all",
    department: " 供电部门 ",
    category: "power",
    project: "P2015-05",
    page: "2",
  };
  expect(parseProblemQuery(params)).toEqual({
    query: { state: "all", department: "供电部门", category: "power", project: "P2015-05", page: 2 },
    ignored: [],
  });
});

it("shows what is open when nothing is asked; an empty field asks nothing", () => {
  expect(parseProblemQuery({ state: "", project: "" })).toEqual({ query: defaultProblemQuery, ignored: [] });
});

it("ignores what it cannot read, and says so", () => {
  const params = {
    state: "closed",
    category: "water",
    project: "x",
    page: "0",
    department: ["a", "b"],
    q: "1",
  };
  expect(parseProblemQuery(params)).toEqual({
    query: defaultProblemQuery,
    ignored: ["state", "department", "category", "project", "page"],
  });
});

it("writes the address of a selection, its first page after a change", () => {
  const query = { ...defaultProblemQuery, department: "供电部门", page: 3 };
  expect(problemsPath(query)).toBe("/problems?department=%E4%BE%9B%E7%94%B5%E9%83%A8%E9%97%A8");
  expect(problemsPath(query, { page: 2 })).toContain("page=2");
  expect(problemsPath(defaultProblemQuery)).toBe("/problems");
});
