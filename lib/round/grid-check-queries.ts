import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { formatNumber } from "@/lib/format/number";
import type { GridScope } from "@/lib/paths";
import type { FormCommitment } from "@/lib/progress/progress-queries";
import { type ReportInput, readReport } from "@/lib/progress/progress-schema";
import { type LoadedProject, listReportedProjects } from "@/lib/progress/reported-project-queries";
import { answersMonth } from "@/lib/progress/round-sql";
import { submissionRefusals, submissionWarnings } from "@/lib/progress/submission-rules";
import type { EditorialState } from "@/lib/project/editorial-rules";
import { fieldErrorsOf, type KeptValues } from "@/lib/result";
import { findGridDraft, type GridRow, listDueRows } from "@/lib/round/grid-queries";
import { answeredCodes, gridField, reportValues, rowErrors, rowOf } from "@/lib/round/grid-rules";
import { editorialText } from "@/lib/text/editorial-text";
import { Prisma } from "@/prisma/generated/client";

/** A row of the draft that becomes a report. */
export type ReadyRow = {
  code: string;
  name: string;
  report: ReportInput;
  /** "机柜 6,800 个" for each reading in it. */
  readings: string[];
  warnings: string[];
  /** What of the draft it comes from. */
  typed: KeptValues;
};
/** A row of the draft that is left out, and why, by the names of its inputs. */
export type RefusedRow = {
  code: string;
  name: string;
  errors: Record<string, string>;
  /** What its readings are of. */
  commitments: readonly FormCommitment[];
};

export type CheckedGrid = {
  /** Null: there is no draft. */
  draftVersion: number | null;
  ready: ReadyRow[];
  refused: RefusedRow[];
  /** Due, without an answer. */
  unanswered: GridRow[];
  /** Due, with a full report begun on its own page. */
  elsewhere: GridRow[];
};

/** What a grid's draft would become if it were handed in now. What became a report already is not in it any more. */
export async function checkGrid(viewer: Viewer, period: IsoDate, scope: GridScope): Promise<CheckedGrid> {
  requirePermission(viewer, "report:write");
  const draft = await findGridDraft(viewer, period, scope);
  const values = draft?.input ?? {};
  const codes = answeredCodes(values);
  const projects = new Map((await listReportedProjects(viewer, codes)).map((one) => [one.code, one]));
  const rows = (await listRowFacts(viewer, codes, period)).filter(({ isHandedIn }) => !isHandedIn);
  const due = await listDueRows(viewer, period, scope);
  const checked = rows.map((row) => {
    const commitments = due.find(({ code }) => code === row.code)?.commitments ?? [];
    return checkRow({ row, values, period, project: projects.get(row.code), commitments });
  });
  return {
    draftVersion: draft?.version ?? null,
    ready: checked.flatMap((row) => ("report" in row ? [row] : [])),
    refused: checked.flatMap((row) => ("errors" in row ? [row] : [])),
    unanswered: due.filter(({ code, hasDraft }) => !hasDraft && !codes.includes(code)),
    elsewhere: due.filter(({ code, hasDraft }) => hasDraft && !codes.includes(code)),
  };
}

type Checking = {
  row: RowFacts;
  values: KeptValues;
  period: IsoDate;
  project: LoadedProject | undefined;
  commitments: readonly FormCommitment[];
};

function checkRow({ row, values, period, project, commitments }: Checking): ReadyRow | RefusedRow {
  const { code, name } = row;
  const obstacle = obstacleOf(row, project, period);
  if (obstacle || !project)
    return { code, name, commitments, errors: { [gridField(code, "summary")]: obstacle ?? "" } };
  const read = readReport(reportValues(values, code, period));
  if ("errors" in read) return { code, name, commitments, errors: rowErrors(code, read.errors) };
  const refusals = submissionRefusals(read.report, project.rules, project.today);
  if (refusals.length > 0)
    return { code, name, commitments, errors: rowErrors(code, fieldErrorsOf(refusals)) };
  const warnings = submissionWarnings(read.report, project.rules).map(({ message }) => message);
  const readings = readingWords(read.report, commitments);
  return { code, name, report: read.report, readings, warnings, typed: rowOf(values, code) };
}

function readingWords({ reading }: ReportInput, commitments: readonly FormCommitment[]): string[] {
  return commitments.flatMap(({ ordinal, indicator, unit }) => {
    const value = reading[ordinal];
    return value === undefined || value === null ? [] : [`${indicator} ${formatNumber(value)} ${unit}`];
  });
}

type RowFacts = {
  code: string;
  name: string;
  hasDraft: boolean;
  /** The viewer's own report answers the month already. */
  isHandedIn: boolean;
  /** Somebody else's does; null: nobody's. */
  answer: { id: number; state: EditorialState; author: string } | null;
};

function obstacleOf(row: RowFacts, project: LoadedProject | undefined, period: IsoDate): string | null {
  if (!project) return "这个项目现在由别人负责，这一行不能提交。";
  if (row.answer) {
    const { id, state, author } = row.answer;
    return `${formatMonth(period)}已有一份${editorialText[state]}的填报（编号 ${id}，${author}），这一行不能提交。`;
  }
  return row.hasDraft ? "填报页里有这个项目的草稿。请到填报页提交，或先丢弃那份草稿。" : null;
}

function listRowFacts(viewer: Viewer, codes: readonly string[], period: IsoDate): Promise<RowFacts[]> {
  const me = viewer.accountId;
  return db.$queryRaw<RowFacts[]>`
    select p.code, p.short_name as name, r.id is not null and r.author_id = ${me} as "isHandedIn",
      case when r.author_id <> ${me} then json_build_object('id', r.id, 'state', r.state, 'author', a.display_name) end
        as answer,
      exists (select from drafts d where d.account_id = ${me} and d.form = 'report:' || p.code) as "hasDraft"
    from projects p
    left join progress_reports r on ${answersMonth(Prisma.sql`${period}::date`)}
    left join accounts a on a.id = r.author_id
    where p.code = any (${codes}) order by p.code`;
}
