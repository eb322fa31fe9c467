import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { StoredDraft } from "@/lib/draft/draft-rules";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { DateRange } from "@/lib/format/date-range";
import type { ProblemContent, ReportContentDto } from "@/lib/progress/report-content";
import {
  commitmentsJson,
  lastContentJson,
  milestonesJson,
  openProblemsJson,
  reportContentJson,
} from "@/lib/progress/report-content-sql";
import { reportForm } from "@/lib/progress/report-form-rules";
import type { TakenMonth } from "@/lib/progress/taken-month-rules";
import { takenMonthColumns, takesMonth } from "@/lib/progress/taken-month-sql";
import { visibleTo } from "@/lib/project/project-access-sql";
import type { Condition, Stage } from "@/lib/project/project-rules";
import { returnedReport } from "@/lib/project/succession-sql";
import { Prisma } from "@/prisma/generated/client";

export type FormCommitment = {
  ordinal: number;
  indicator: string;
  unit: string;
  /** Null: not stated. */
  target: number | null;
  /** Null: no published report gives one. */
  last: number | null;
};

export type FormMilestone = {
  ordinal: number;
  title: string;
  due: DateRange | null;
  actual: DateRange | null;
  /** Null: a source states the deadline. */
  inferredReason: string | null;
};

/** What somebody else has typed for the project and not handed in: that it is there, never what it says. */
export type OtherDraft = {
  author: string;
  /** As typed; null: not chosen yet. */
  month: string | null;
  /** ISO instant. */
  savedAt: string;
};

/** What the page of the report form shows. */
export type ReportFormDto = {
  project: { code: string; name: string; stage: Stage; condition: Condition | null };
  today: IsoDate;
  commitments: FormCommitment[];
  milestones: FormMilestone[];
  /** The newest published report that said more than 本期无变化; null: none. */
  last: ReportContentDto | null;
  openProblems: ProblemContent[];
  draft: StoredDraft | null;
  /** Months for which a report is there, or an open correction where one is corrected; newest first. */
  taken: TakenMonth[];
  /** Newest first. */
  otherDrafts: OtherDraft[];
  /** A published report or status check says where the project stands. */
  isVerified: boolean;
  /** The returned report that the viewer may mend: their own, or one that they took over; null: none. */
  returned: ({ id: number; version: number; reason: string; field: string | null } & ReportContentDto) | null;
  /** The published report that is to be corrected; null: it is a report of its own. */
  corrected: ({ id: number } & ReportContentDto) | null;
};

/**
 * The report form of a project, or of a correction of its published report `corrects`; null when the project is not
 * there for this viewer, or the report is not a published one of it.
 */
export async function findReportForm(
  viewer: Viewer,
  code: string,
  corrects: number | null = null,
): Promise<ReportFormDto | null> {
  requirePermission(viewer, "report:write");
  const name = reportForm(code, corrects);
  const [form] = await db.$queryRaw<ReportFormDto[]>`
    select json_build_object('code', p.code, 'name', p.name, 'stage', p.stage, 'condition', p.condition) as project,
      app_today()::text as today,
      ${commitmentsJson} as commitments, ${milestonesJson} as milestones, ${openProblemsJson} as "openProblems",
      ${lastContentJson(Prisma.sql`null::int`)} as last, p.is_verified as "isVerified",
      (select json_build_object('input', d.input, 'version', d.version, 'savedAt', d.updated_at) from drafts d
        where d.form = ${name} and d.account_id = ${viewer.accountId}) as draft,
      (select coalesce(json_agg(json_build_object(${takenMonthColumns(viewer)}) order by r.period desc), '[]')
        from progress_reports r join accounts a on a.id = r.author_id
        where r.project_id = p.id and ${takesMonth(corrects)}
          and r.period > app_today() - interval '14 months') as taken,
      (select coalesce(json_agg(json_build_object('author', a.display_name, 'month', d.input ->> 'period',
          'savedAt', d.updated_at) order by d.updated_at desc), '[]')
        from drafts d join accounts a on a.id = d.account_id
        where d.form = ${name} and d.account_id <> ${viewer.accountId}) as "otherDrafts",
      (select jsonb_build_object('id', r.id, 'version', r.version, 'reason', r.return_reason, 'field', r.return_field)
          || (${reportContentJson})::jsonb
        from progress_reports r where r.id = ${returnedReport(viewer, { form: name, corrects })}) as returned,
      (select jsonb_build_object('id', r.id) || (${reportContentJson})::jsonb
        from progress_reports r
        where r.id = ${corrects}::int and r.project_id = p.id and r.state = 'published') as corrected
    from projects p where p.code = ${code} and ${visibleTo(viewer)}`;
  return !form || (corrects !== null && form.corrected === null) ? null : form;
}

/** What the page after handing in says. */
export type SubmittedReportDto = { id: number; code: string; name: string; period: IsoDate };

/** What was just handed in, for its author; null when it is not theirs. */
export async function findSubmittedReport(viewer: Viewer, id: number): Promise<SubmittedReportDto | null> {
  requirePermission(viewer, "report:write");
  const [report] = await db.$queryRaw<SubmittedReportDto[]>`
    select r.id, p.code, p.name, r.period::text
    from progress_reports r join projects p on p.id = r.project_id
    where r.id = ${id} and r.author_id = ${viewer.accountId}`;
  return report ?? null;
}

/** The viewer's report that came of a form; null: none did. */
export async function findReportByRequest(viewer: Viewer, requestId: string): Promise<number | null> {
  const where = { requestId, authorId: viewer.accountId };
  const report = await db.progressReport.findFirst({ where, select: { id: true } });
  return report?.id ?? null;
}
