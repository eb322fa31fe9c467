import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { EditorialSlip } from "@/components/progress/editorial-slip";
import { ReportContext } from "@/components/staff/report-context";
import { ReportForm } from "@/components/staff/report-form";
import { ActionButton } from "@/components/ui/action-button";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Note } from "@/components/ui/note";
import { listFormAttachments } from "@/lib/attachment/attachment-queries";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { paths } from "@/lib/paths";
import { discardReportDraftAction } from "@/lib/progress/progress-actions";
import { findReportForm } from "@/lib/progress/progress-queries";
import { attachedForm } from "@/lib/progress/report-form-rules";
import { initialReport } from "@/lib/progress/report-initial";
import { listStoredRounds } from "@/lib/progress/round-queries";
import { activeRounds, currentRound, newestRound, openMonths } from "@/lib/progress/round-rules";

export const metadata: Metadata = { title: "填报进展" };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ carry?: string | string[]; period?: string | string[] }>;
};

export default async function ReportPage({ params, searchParams }: Props) {
  const { code } = await params;
  const path = paths.staffReport(code);
  const viewer = await requirePageViewer("/staff/projects/[code]/report", path);
  const [form, attachments] = await Promise.all([
    findReportForm(viewer, code),
    listFormAttachments(viewer, attachedForm(code)),
  ]);
  if (!form) notFound();
  const stored = await listStoredRounds(viewer);
  const query = await searchParams;
  const carries = query.carry === "1";
  const { project, commitments, milestones, last, returned } = form;
  const months = openMonths(form.today, stored);
  // What was returned is mended for its own month, be it closed by now.
  const periods = [...new Set([...(returned ? [returned.period] : []), ...months])].toSorted().toReversed();
  const period = periods.find((known) => known.slice(0, 7) === query.period);
  const active = activeRounds(form.today, stored);
  const round =
    active.find((known) => known.period === period) ?? newestRound(active) ?? currentRound(form.today);
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs trail={[{ label: "我的任务", href: paths.staff() }]} current={`填报 ${project.name}`} />
      <ReportForm
        code={code}
        corrects={null}
        stage={project.stage}
        condition={project.condition}
        periods={periods}
        dueOn={round.dueOn}
        commitments={commitments}
        milestones={milestones}
        attachments={attachments}
        initial={initialReport(form, {
          formId: crypto.randomUUID(),
          period: period ?? round.period,
          carries,
        })}
        returnedErrors={returned?.field ? { [returned.field]: `退回原因：${returned.reason}` } : {}}
        carryHref={last && !carries ? `${path}?carry=1` : null}
        heading={
          <div className="row between mt-1 mb-4">
            <div>
              <h1>填报进展</h1>
              <p className="soft">
                <a href={paths.project(code)}>{project.name}</a> <span className="code">{code}</span>
              </p>
            </div>
            <div className="row">
              {(form.draft || attachments.some(({ isReturned }) => !isReturned)) && (
                <ActionButton action={discardReportDraftAction} fields={{ code }} variant="bare" size="sm">
                  丢弃草稿
                </ActionButton>
              )}
              {(returned || form.draft) && <EditorialSlip state={returned ? "returned" : "draft"} />}
            </div>
            {returned && !returned.field && <Note tone="warn">{`退回原因：${returned.reason}`}</Note>}
          </div>
        }
        aside={<ReportContext last={last} commitments={commitments} />}
      />
    </StaffFrame>
  );
}
