import { expect, it } from "vitest";
import { projectSentence } from "@/lib/project/project-sentence";

const project = {
  summary: "中兴将在遵义建设数据中心",
  sourcedOn: "2015-08-10",
  reportedOn: null,
  tracking: "unverified",
  stage: "signed",
  condition: null,
  percent: null,
} as const;

it("says that nothing is known since the source, and asks nobody to guess", () => {
  expect(projectSentence(project)).toBe(
    "据 2015-08-10 的报道：中兴将在遵义建设数据中心；此后没有记录，现状待核实。",
  );
});

it("does not call a fresh source unverified", () => {
  expect(projectSentence({ ...project, tracking: "tracked" })).toBe(
    "据 2015-08-10 的报道：中兴将在遵义建设数据中心；还没有填报。",
  );
});

it("says where the project stands by the newest record, and only what is known", () => {
  const tracked = {
    ...project,
    reportedOn: "2016-08-02",
    tracking: "tracked",
    stage: "under_construction",
  } as const;
  expect(projectSentence(tracked)).toBe(
    "据 2015-08-10 的报道：中兴将在遵义建设数据中心。2016-08-02 的最近记录：当前阶段在建。",
  );
  expect(projectSentence({ ...tracked, condition: "paused", percent: 0 })).toContain(
    "当前阶段在建，状况暂停，形象进度 0%。",
  );
});

it("says when reports have stopped", () => {
  expect(projectSentence({ ...project, reportedOn: "2016-08-02", tracking: "lapsed" })).toMatch(
    /此后断报，超过 3 个月没有记录。$/,
  );
});
