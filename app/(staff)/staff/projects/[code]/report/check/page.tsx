import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { AttachmentPanel } from "@/components/attachment/attachment-panel";
import { fieldName } from "@/components/staff/field-texts";
import { HandInForm } from "@/components/staff/hand-in-form";
import { InternalPreview, PublicPreview } from "@/components/staff/public-preview";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Note } from "@/components/ui/note";
import { listFormAttachments } from "@/lib/attachment/attachment-queries";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { formatMonth } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";
import { findReportForm } from "@/lib/progress/progress-queries";
import { readReport } from "@/lib/progress/progress-schema";
import { checkReport } from "@/lib/progress/report-check-queries";
import { contentOf } from "@/lib/progress/report-content";
import { reportForm } from "@/lib/progress/report-form-rules";

export const metadata: Metadata = { title: "提交前检查" };

type Props = { params: Promise<{ code: string }> };

export default async function ReportCheckPage({ params }: Props) {
  const { code } = await params;
  const path = paths.staffReportCheck(code);
  const viewer = await requirePageViewer("/staff/projects/[code]/report/check", path);
  const [form, attachments] = await Promise.all([
    findReportForm(viewer, code),
    listFormAttachments(viewer, { code, form: reportForm(code) }),
  ]);
  const read = form?.draft && readReport(form.draft.input);
  if (!form?.draft || !read || "errors" in read) redirect(paths.staffReport(code));
  const { refusals, warnings } = await checkReport(viewer, code, read.report);
  if (refusals.length > 0) redirect(paths.staffReport(code));
  const content = contentOf(read.report);
  const { project, commitments, milestones, draft, returned } = form;
  const isSameMonth = returned?.period === content.period;
  const trail = [
    { label: "我的任务", href: paths.staff() },
    { label: `填报 ${project.name}`, href: paths.staffReport(code) },
  ];
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs trail={trail} current="提交前检查" />
      <div className="stack">
        <h1>提交前再看一遍</h1>
        <p className="soft">{`${project.name}，${formatMonth(content.period)}`}</p>
        {warnings.map(({ field, message }) => (
          <Note key={field} tone="warn">{`${fieldName(field, form)}：${message}`}</Note>
        ))}
        <PublicPreview
          content={content}
          stage={project.stage}
          commitments={commitments}
          milestones={milestones}
        />
        <InternalPreview content={content} />
        <AttachmentPanel
          attachments={attachments.filter(({ isReturned }) => !isReturned || isSameMonth)}
          when={formatMonth(content.period)}
        />
        <HandInForm code={code} requestId={crypto.randomUUID()} draftVersion={draft.version} />
      </div>
    </StaffFrame>
  );
}
