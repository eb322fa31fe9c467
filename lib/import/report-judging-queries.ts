import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { formatMonth } from "@/lib/format/date-words";
import type { CellChange, JudgedRow, ReportRowContent } from "@/lib/import/import-dto";
import { errorRefusals, judgedRow, problemsAt, type RowProblem } from "@/lib/import/judged-row";
import { formValuesOf, monthOf, rowRefusals, saysSame } from "@/lib/import/report-row";
import { type SheetProject, sheetField } from "@/lib/import/report-sheet";
import { type LiveReport, listLiveReports, listSheetProjects } from "@/lib/import/report-sheet-queries";
import type { Heading, SheetLine } from "@/lib/import/sheet-heading";
import { type ReportInput, readReport } from "@/lib/progress/progress-schema";
import { contentOf } from "@/lib/progress/report-content";
import { isChange, reportDiff } from "@/lib/progress/report-diff";
import { type LoadedProject, listReportedProjects } from "@/lib/progress/reported-project-queries";
import { submissionRefusals, submissionWarnings } from "@/lib/progress/submission-rules";
import { editorialText } from "@/lib/text/editorial-text";

type Context = {
  projects: Map<string, SheetProject>;
  rules: Map<string, LoadedProject>;
  live: Map<string, LiveReport>;
  /** Project and month → the row that already speaks of it. */
  seen: Map<string, number>;
};

/** What handing in each row of a monthly sheet would do. `seen` is kept from batch to batch. */
export async function judgeReportRows(
  viewer: Viewer,
  lines: readonly SheetLine[],
  { heading, seen }: { heading: Heading; seen: Map<string, number> },
): Promise<JudgedRow[]> {
  const codes = [...new Set(lines.map(codeOf))];
  const months = lines.flatMap((line) => {
    const month = monthOf(line.texts.period ?? "");
    return month ? [{ code: codeOf(line), period: `${month}-01` }] : [];
  });
  const projects = await listSheetProjects(viewer, codes);
  const rules = await listReportedProjects(viewer, codes);
  const live = await listLiveReports(viewer, months);
  const context = {
    projects: new Map(projects.map((project) => [project.code, project])),
    rules: new Map(rules.map((project) => [project.code, project])),
    live: new Map(live.map((report) => [placeOf(report), report])),
    seen,
  };
  return lines.map((line) => judge(line, context, heading));
}

const codeOf = ({ texts }: SheetLine) => (texts.code ?? "").toUpperCase();
const placeOf = ({ code, period }: { code: string; period: string }) => `${code} ${period}`;

function judge(line: SheetLine, { projects, rules, live, seen }: Context, heading: Heading): JudgedRow {
  const code = codeOf(line);
  const project = projects.get(code);
  const loaded = rules.get(code);
  const bad = (problems: readonly RowProblem[], title: string) =>
    judgedRow(line, {
      key: code || null,
      title,
      verdict: "bad",
      problems: problemsAt(problems, line, heading),
    });
  if (!project || !loaded) {
    const reason = code === "" ? "请填项目编号。" : "找不到这个项目，或者它由别人负责。请核对编号。";
    return bad([{ field: "code", reason }], line.texts.name ?? code);
  }
  const refusals = { ...rowRefusals(line.texts, project), ...errorRefusals(line) };
  if (Object.keys(refusals).length > 0) return bad(asProblems(refusals), project.name);

  const place = placeOf({ code, period: `${monthOf(line.texts.period ?? "")}-01` });
  const earlier = seen.get(place);
  if (earlier !== undefined) {
    return bad(
      [{ field: "code", reason: `和第 ${earlier} 行是同一个项目、同一个月。请只留一行。` }],
      project.name,
    );
  }
  seen.set(place, line.row);
  const plain = { key: code, title: project.name };
  const values = formValuesOf(line.texts, project);
  if (values === null) {
    const problems = problemsAt(
      [{ field: "unchanged", reason: "没有填写，不会提交。", isWarning: true }],
      line,
      heading,
    );
    return judgedRow(line, { ...plain, verdict: "unchanged", problems });
  }
  const read = readReport(values);
  if ("errors" in read) return bad(asProblems(read.errors, project), project.name);
  const { report } = read;
  const before = live.get(place);
  if (before) {
    const same = saysSame(report, before.content, project);
    if (same)
      return judgedRow(line, { ...plain, verdict: before.state === "submitted" ? "in_review" : "unchanged" });
    if (before.state !== "returned" || !before.isMendable) return bad([monthTaken(before)], project.name);
  }
  const wrong = submissionRefusals(report, loaded.rules, loaded.today, { isMending: Boolean(before) });
  if (wrong.length > 0) {
    return bad(
      asProblems(Object.fromEntries(wrong.map(({ field, message }) => [field, message])), project),
      project.name,
    );
  }
  const content: ReportRowContent = {
    values,
    returned: before ? { id: before.id, version: before.version } : null,
  };
  const warnings = warningsOf(report, project, loaded);
  return judgedRow(line, {
    ...plain,
    verdict: before ? "changed" : "new",
    problems: problemsAt(warnings, line, heading),
    changes: changesOf(report, project),
    content,
  });
}

function asProblems(errors: Record<string, string>, project?: SheetProject): RowProblem[] {
  return Object.entries(errors).map(([field, reason]) => ({
    field: project ? sheetField(project, field) : field,
    reason,
  }));
}

function monthTaken({ period, state, id, author }: LiveReport): RowProblem {
  const reason = `${formatMonth(period)}已有一份${editorialText[state]}的填报（编号 ${id}，${author}），内容不一样。要改那一份，请它的填报人修改，或请审核员撤回。`;
  return { field: "period", reason };
}

function warningsOf(report: ReportInput, project: SheetProject, { rules }: LoadedProject): RowProblem[] {
  const doubts = submissionWarnings(report, rules).map(({ field, message }) => ({
    field: sheetField(project, field),
    reason: message,
    isWarning: true,
  }));
  const draft = {
    field: "code",
    reason: "你有这个项目的填报草稿。提交这一行后，草稿会清除。",
    isWarning: true,
  };
  return project.hasDraft ? [...doubts, draft] : doubts;
}

function changesOf(report: ReportInput, project: SheetProject): CellChange[] {
  const { commitments, milestones, stage, condition, last } = project;
  return reportDiff({
    correctsId: null,
    content: contentOf(report),
    before: last,
    project: { stage, condition },
    commitments,
    milestones,
    openProblems: [],
  })
    .filter((row) => isChange(row, false))
    .map(({ name, before, after }) => ({ name, before, after }));
}
