import { describe, expect, it } from "vitest";
import { defaultProjectQuery, oppositeSort } from "@/lib/project/project-query";
import { projectsPath } from "@/lib/project/projects-path";

describe("a link into the register", () => {
  it("keeps the other conditions and leaves defaults out", () => {
    const query = { ...defaultProjectQuery, stage: "signed", q: "中兴", page: 3 } as const;
    expect(projectsPath(query, { stage: "operating" })).toBe(
      `/projects?stage=operating&q=${encodeURIComponent("中兴")}`,
    );
  });

  it("leads back to the first page unless it names one", () => {
    const query = { ...defaultProjectQuery, due: "past", page: 3 } as const;
    expect(projectsPath(query, { sort: "-due" })).toBe("/projects?due=past&sort=-due");
    expect(projectsPath(query, { page: 2 })).toBe("/projects?due=past&page=2");
  });

  it("is the bare register when nothing is asked for", () => {
    expect(projectsPath(defaultProjectQuery)).toBe("/projects");
  });
});

describe("the opposite order", () => {
  it.each([
    ["code", "-code"],
    ["-code", "code"],
    ["-record", "record"],
    ["due", "-due"],
  ] as const)("of %s is %s", (sort, expected) => {
    expect(oppositeSort(sort)).toBe(expected);
  });
});
