import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ReportContext } from "@/components/staff/report-context";
import { ReportForm } from "@/components/staff/report-form";
import { WorkOfOthers } from "@/components/staff/work-of-others";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Note } from "@/components/ui/note";
import { listFormAttachments } from "@/lib/attachment/attachment-queries";
import { keptFormOf } from "@/lib/auth/form-keeper";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { findDraft } from "@/lib/draft/draft-queries";
import { parkedForm } from "@/lib/draft/draft-rules";
import { paths } from "@/lib/paths";
import { findReportForm } from "@/lib/progress/progress-queries";
import { carriedValues } from "@/lib/progress/report-content";
import { attachedForm, reportForm } from "@/lib/progress/report-form-rules";
import { initialReport } from "@/lib/progress/report-initial";
import { listStoredRounds } from "@/lib/progress/round-queries";
import { activeRounds, currentRound, newestRound, openMonths } from "@/lib/progress/round-rules";
import { monthNotes } from "@/lib/progress/taken-month-rules";

export const metadata: Metadata = { title: "填报进展" };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ period?: string | string[] }>;
};

export default async function ReportPage({ params, searchParams }: Props) {
  const { code } = await params;
  const path = paths.staffReport(code);
  const viewer = await requirePageViewer("/staff/projects/[code]/report", path);
  const name = reportForm(code);
  const [form, parked, kept, attachments, stored, query] = await Promise.all([
    findReportForm(viewer, code),
    findDraft(viewer, parkedForm(name)),
    keptFormOf(viewer, name),
    listFormAttachments(viewer, attachedForm(code)),
    listStoredRounds(viewer),
    searchParams,
  ]);
  if (!form) notFound();
  const { project, last, returned, taken, otherDrafts, today } = form;
  // What was returned is mended for its own month, be it closed by now.
  const months = [...new Set([...(returned ? [returned.period] : []), ...openMonths(today, stored)])];
  const periods = months.toSorted().toReversed();
  const period = periods.find((known) => known.slice(0, 7) === query.period);
  const active = activeRounds(today, stored);
  const round = active.find((known) => known.period === period) ?? newestRound(active) ?? currentRound(today);
  const carried = last && carriedValues(last);
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs trail={[{ label: "我的任务", href: paths.staff() }]} current={`填报 ${project.name}`} />
      <ReportForm
        code={code}
        corrects={null}
        stage={project.stage}
        condition={project.condition}
        periods={periods}
        monthNotes={monthNotes(taken)}
        dueOn={round.dueOn}
        commitments={form.commitments}
        milestones={form.milestones}
        attachments={attachments}
        today={today}
        draft={{ opened: initialReport(form, { parked, period: period ?? round.period }), ...kept }}
        isReturned={returned !== null}
        returnedErrors={returned?.field ? { [returned.field]: `退回原因：${returned.reason}` } : {}}
        carried={carried && Object.keys(carried).length > 0 ? carried : null}
        heading={
          <>
            <h1>填报进展</h1>
            <p className="soft">
              <a href={paths.project(code)}>{project.name}</a> <span className="code">{code}</span>
            </p>
          </>
        }
        notes={
          <>
            {project.condition === "terminated" && (
              <Note tone="warn">项目已终止，不再填报。以前的填报有误，请从项目页提交更正。</Note>
            )}
            {returned && !returned.field && <Note tone="warn">{`退回原因：${returned.reason}`}</Note>}
            <WorkOfOthers drafts={otherDrafts} />
          </>
        }
        aside={<ReportContext form={form} />}
      />
    </StaffFrame>
  );
}
