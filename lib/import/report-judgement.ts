import { formatMonth } from "@/lib/format/date-words";
import type { CellChange, JudgedRow, ReportRowContent } from "@/lib/import/import-dto";
import { errorRefusals, judgedRow, problemsAt, type RowProblem } from "@/lib/import/judged-row";
import { formValuesOf, monthOf, rowRefusals, saysSame } from "@/lib/import/report-row";
import { type SheetProject, sheetField } from "@/lib/import/report-sheet";
import type { LiveReport } from "@/lib/import/report-sheet-queries";
import type { Heading, SheetLine } from "@/lib/import/sheet-heading";
import { type ReportInput, readReport } from "@/lib/progress/progress-schema";
import { contentOf } from "@/lib/progress/report-content";
import { isChange, reportDiff } from "@/lib/progress/report-diff";
import type { LoadedProject } from "@/lib/progress/reported-project-queries";
import { submissionRefusals, submissionWarnings } from "@/lib/progress/submission-rules";
import type { KeptValues } from "@/lib/result";
import { editorialText } from "@/lib/text/editorial-text";

export const codeOf = ({ texts }: SheetLine) => (texts.code ?? "").toUpperCase();
export const placeOf = ({ code, period }: { code: string; period: string }) => `${code} ${period}`;

/** A row in which something was filled in, read as a report. */
export type FilledRow = { line: SheetLine; project: SheetProject; values: KeptValues; report: ReportInput };

type Standing = {
  heading: Heading;
  projects: ReadonlyMap<string, SheetProject>;
  /** Project and month → the row that already speaks of it. */
  seen: Map<string, number>;
};

/** Judges a row in which nothing was filled in, or that is bad at first sight; leaves the others to `judgeFilled`. */
export function lookAt(line: SheetLine, standing: Standing): { judged: JudgedRow } | { filled: FilledRow } {
  const { heading, projects, seen } = standing;
  const code = codeOf(line);
  const project = projects.get(code);
  const refuse = (problems: readonly RowProblem[]) => ({ judged: bad(line, heading, { project, problems }) });
  if (!project) return refuse([notTheirs(code)]);
  const refusals = { ...rowRefusals(line.texts, project), ...errorRefusals(line) };
  if (Object.keys(refusals).length > 0) return refuse(asProblems(refusals));
  const place = placeOf({ code, period: `${monthOf(line.texts.period ?? "")}-01` });
  const earlier = seen.get(place);
  if (earlier !== undefined) {
    return refuse([{ field: "code", reason: `和第 ${earlier} 行是同一个项目、同一个月。请只留一行。` }]);
  }
  seen.set(place, line.row);
  const values = formValuesOf(line.texts, project);
  if (values === null) {
    const said = [{ field: "unchanged", reason: "没有填写，不会提交。", isWarning: true }];
    const problems = problemsAt(said, line, heading);
    return { judged: judgedRow(line, { key: code, title: project.name, verdict: "unchanged", problems }) };
  }
  const read = readReport(values);
  if ("errors" in read) return refuse(asProblems(read.errors, project));
  return { filled: { line, project, values, report: read.report } };
}

type Context = {
  heading: Heading;
  rules: ReadonlyMap<string, LoadedProject>;
  live: ReadonlyMap<string, LiveReport>;
};

/** What handing in a row would do in which something was filled in. */
export function judgeFilled({ line, project, values, report }: FilledRow, context: Context): JudgedRow {
  const { heading, rules, live } = context;
  const { code, name } = project;
  const refuse = (problems: readonly RowProblem[]) => bad(line, heading, { project, problems });
  const loaded = rules.get(code);
  if (!loaded) return refuse([notTheirs(code)]);
  const plain = { key: code, title: name };
  const before = live.get(placeOf({ code, period: report.period }));
  if (before) {
    const same = saysSame(report, before.content, project);
    if (same)
      return judgedRow(line, { ...plain, verdict: before.state === "submitted" ? "in_review" : "unchanged" });
    if (before.state !== "returned" || !before.isMendable) return refuse([monthTaken(before)]);
  }
  const wrong = submissionRefusals(report, loaded.rules, loaded.today, { isMending: Boolean(before) });
  if (wrong.length > 0) {
    const errors = Object.fromEntries(wrong.map(({ field, message }) => [field, message]));
    return refuse(asProblems(errors, project));
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

type Refused = { project: SheetProject | undefined; problems: readonly RowProblem[] };

function bad(line: SheetLine, heading: Heading, { project, problems }: Refused): JudgedRow {
  const code = codeOf(line);
  return judgedRow(line, {
    key: code || null,
    title: project?.name ?? line.texts.name ?? code,
    verdict: "bad",
    problems: problemsAt(problems, line, heading),
  });
}

function notTheirs(code: string): RowProblem {
  const reason = code === "" ? "请填项目编号。" : "找不到这个项目，或者它由别人负责。请核对编号。";
  return { field: "code", reason };
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
