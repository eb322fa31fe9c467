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
import { rowNumberIn } from "@/lib/format/row-number";
import { paths } from "@/lib/paths";
import { findReportForm } from "@/lib/progress/progress-queries";
import { readReport } from "@/lib/progress/progress-schema";
import { checkReport } from "@/lib/progress/report-check-queries";
import { contentOf } from "@/lib/progress/report-content";
import { attachedForm } from "@/lib/progress/report-form-rules";

export const metadata: Metadata = { title: "提交前检查" };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ corrects?: string | string[] }>;
};

export default async function ReportCheckPage({ params, searchParams }: Props) {
  const { code } = await params;
  const corrects = rowNumberIn((await searchParams).corrects);
  const path = paths.staffReportCheck(code, corrects);
  const viewer = await requirePageViewer("/staff/projects/[code]/report/check", path);
  const [form, attachments] = await Promise.all([
    findReportForm(viewer, code, corrects),
    listFormAttachments(viewer, attachedForm(code, corrects)),
  ]);
  const read = form?.draft && readReport(form.draft.input);
  if (!form?.draft || !read || "errors" in read) redirect(paths.staffReport(code, corrects));
  const { refusals, warnings } = await checkReport(viewer, { code, corrects }, read.report);
  if (refusals.length > 0) redirect(paths.staffReport(code, corrects));
  const content = contentOf(read.report);
  const { project, commitments, milestones, draft, returned } = form;
  const isSameMonth = returned?.period === content.period;
  const trail = [
    { label: "我的任务", href: paths.staff() },
    { label: `填报 ${project.name}`, href: paths.staffReport(code, corrects) },
  ];
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs trail={trail} current="提交前检查" />
      <div className="stack">
        <h1>提交前再看一遍</h1>
        <p className="soft">{`${project.name}，${formatMonth(content.period)}`}</p>
        {corrects !== null && (
          <Note>{`这是对编号 ${corrects} 的更正。发布以后，原来的一份仍可查看，标为已更正。更正原因：${content.correctionReason}`}</Note>
        )}
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
        <HandInForm
          code={code}
          corrects={corrects}
          requestId={crypto.randomUUID()}
          draftVersion={draft.version}
        />
      </div>
    </StaffFrame>
  );
}
