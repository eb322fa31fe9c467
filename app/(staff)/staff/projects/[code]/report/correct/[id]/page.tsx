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
import { formatMonth } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";
import { discardReportDraftAction } from "@/lib/progress/progress-actions";
import { findReportForm } from "@/lib/progress/progress-queries";
import { attachedForm } from "@/lib/progress/report-form-rules";
import { initialReport } from "@/lib/progress/report-initial";
import { currentRound } from "@/lib/progress/round-rules";
import { standingBefore } from "@/lib/progress/standing-before-queries";

export const metadata: Metadata = { title: "更正填报" };

type Props = { params: Promise<{ code: string; id: string }> };

export default async function CorrectReportPage({ params }: Props) {
  const { code, id } = await params;
  const corrects = /^\d{1,9}$/.test(id) ? Number(id) : null;
  const path = paths.staffReport(code, corrects ?? 0);
  const viewer = await requirePageViewer("/staff/projects/[code]/report/correct/[id]", path);
  const form = corrects === null ? null : await findReportForm(viewer, code, corrects);
  if (!form?.corrected) notFound();
  const { project, commitments, milestones, returned, corrected, draft } = form;
  const standing = await standingBefore(viewer, { code, corrects });
  const attachments = await listFormAttachments(viewer, attachedForm(code, corrects));
  const month = formatMonth(corrected.period);
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs trail={[{ label: "我的任务", href: paths.staff() }]} current={`更正 ${project.name}`} />
      <ReportForm
        code={code}
        corrects={corrected.id}
        stage={standing.stage}
        condition={standing.condition}
        periods={[corrected.period]}
        dueOn={currentRound(form.today).dueOn}
        commitments={commitments}
        milestones={milestones}
        attachments={attachments}
        initial={initialReport(form, {
          formId: crypto.randomUUID(),
          period: corrected.period,
          carries: false,
        })}
        returnedErrors={returned?.field ? { [returned.field]: `退回原因：${returned.reason}` } : {}}
        carryHref={null}
        heading={
          <div className="row between mt-1 mb-4">
            <div>
              <h1>更正填报</h1>
              <p className="soft">
                <a href={paths.project(code)}>{project.name}</a> <span className="code">{code}</span>
                {`，${month}，编号 ${corrected.id}`}
              </p>
            </div>
            <div className="row">
              {draft && (
                <ActionButton
                  action={discardReportDraftAction}
                  fields={{ code, correctsId: String(corrected.id) }}
                  variant="bare"
                  size="sm"
                >
                  丢弃草稿
                </ActionButton>
              )}
              {(returned || draft) && <EditorialSlip state={returned ? "returned" : "draft"} />}
            </div>
            <Note>改对的一份要由另一个人审核。发布以后，原来的一份标为“已更正”，仍可查看。</Note>
            {returned && !returned.field && <Note tone="warn">{`退回原因：${returned.reason}`}</Note>}
          </div>
        }
        aside={<ReportContext last={corrected} commitments={commitments} />}
      />
    </StaffFrame>
  );
}
