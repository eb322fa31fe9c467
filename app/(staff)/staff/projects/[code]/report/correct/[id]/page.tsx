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
import { formatMonth } from "@/lib/format/date-words";
import { rowNumberIn } from "@/lib/format/row-number";
import { paths } from "@/lib/paths";
import { findReportForm } from "@/lib/progress/progress-queries";
import { attachedForm, reportForm } from "@/lib/progress/report-form-rules";
import { initialReport } from "@/lib/progress/report-initial";
import { standingBefore } from "@/lib/progress/standing-before-queries";

export const metadata: Metadata = { title: "更正填报" };

type Props = { params: Promise<{ code: string; id: string }> };

export default async function CorrectReportPage({ params }: Props) {
  const { code, id } = await params;
  const corrects = rowNumberIn(id);
  const path = paths.staffReport(code, corrects ?? 0);
  const viewer = await requirePageViewer("/staff/projects/[code]/report/correct/[id]", path);
  const name = reportForm(code, corrects);
  const [form, parked, kept] = await Promise.all([
    corrects === null ? null : findReportForm(viewer, code, corrects),
    findDraft(viewer, parkedForm(name)),
    keptFormOf(viewer, name),
  ]);
  if (!form?.corrected) notFound();
  const { project, commitments, milestones, returned, corrected, otherDrafts, today } = form;
  const [standing, attachments] = await Promise.all([
    standingBefore(viewer, { code, corrects }),
    listFormAttachments(viewer, attachedForm(code, corrects)),
  ]);
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
        dueOn={null}
        commitments={commitments}
        milestones={milestones}
        attachments={attachments}
        today={today}
        monthNotes={{}}
        draft={{ opened: initialReport(form, { parked, period: corrected.period }), ...kept }}
        isReturned={returned !== null}
        returnedErrors={returned?.field ? { [returned.field]: `退回原因：${returned.reason}` } : {}}
        carried={null}
        heading={
          <>
            <h1>更正填报</h1>
            <p className="soft">
              <a href={paths.project(code)}>{project.name}</a> <span className="code">{code}</span>
              {`，${month}，编号 ${corrected.id}`}
            </p>
          </>
        }
        notes={
          <>
            <Note>改对的一份要由另一个人审核。发布以后，原来的一份标为“已更正”，仍可查看。</Note>
            {returned && !returned.field && <Note tone="warn">{`退回原因：${returned.reason}`}</Note>}
            <WorkOfOthers drafts={otherDrafts} />
          </>
        }
        aside={<ReportContext form={{ ...form, last: corrected }} lastTitle="原来的填报" />}
      />
    </StaffFrame>
  );
}
