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
  citations: [],
  registerChanges: [],
  sources: [{ slug: "report", title: "考察侧记", printedDate: "2015-08-10", publishedOn: "2015-08-10" }],
} as Parameters<typeof projectSentence>[0];

const registered = {
  id: 7,
  subject: "project",
  kind: "creation",
  publishedAt: "2016-09-21T10:00:00+08:00",
  evidenceKind: "document",
  evidence: "合同",
  evidenceOn: "2016-09-01",
  reason: null,
} as const;

const writtenBy = (registerChangeId: number) => ({
  field: "summary",
  basis: "stated" as const,
  reason: null,
  source: null,
  reportId: null,
  statusCheckId: null,
  registerChangeId,
});

it("names what a registration rests on, whose summary may end like a sentence", () => {
  const fresh = {
    ...project,
    summary: "中兴将在遵义建设数据中心。",
    tracking: "tracked",
    citations: [writtenBy(7)],
    registerChanges: [registered],
    sources: [],
  } satisfies typeof project;
  expect(projectSentence(fresh)).toBe("据 2016-09-01 的登记材料：中兴将在遵义建设数据中心；还没有填报。");
});

it("rests on the change that wrote the summary anew, not on the report before it", () => {
  const rewritten = { ...project, citations: [writtenBy(7)], registerChanges: [registered] };
  expect(projectSentence(rewritten)).toContain("据 2016-09-01 的登记材料");
});

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
