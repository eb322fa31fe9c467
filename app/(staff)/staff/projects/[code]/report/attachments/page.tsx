import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { AttachmentManager } from "@/components/attachment/attachment-manager";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { ErrorSummary } from "@/components/ui/error-summary";
import { LinkButton } from "@/components/ui/link-button";
import { listFormAttachments } from "@/lib/attachment/attachment-queries";
import { isAttachmentProblem } from "@/lib/attachment/attachment-rules";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { paths } from "@/lib/paths";
import { findReportForm } from "@/lib/progress/progress-queries";
import { reportForm } from "@/lib/progress/report-form-rules";
import { attachmentProblemText } from "@/lib/text/attachment-text";

export const metadata: Metadata = { title: "照片和文件" };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ problem?: string | string[] }>;
};

export default async function AttachmentsPage({ params, searchParams }: Props) {
  const { code } = await params;
  const path = paths.staffReportAttachments(code);
  const viewer = await requirePageViewer("/staff/projects/[code]/report/attachments", path);
  const [form, attachments] = await Promise.all([
    findReportForm(viewer, code),
    listFormAttachments(viewer, { code, form: reportForm(code) }),
  ]);
  if (!form) notFound();
  const { name } = form.project;
  const said = (await searchParams).problem;
  const problem = isAttachmentProblem(said) ? said : null;
  const trail = [
    { label: "我的任务", href: paths.staff() },
    { label: `填报 ${name}`, href: paths.staffReport(code) },
  ];
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs trail={trail} current="照片和文件" />
      <div className="stack measure">
        <ErrorSummary
          errors={problem ? [{ fieldId: "file", message: attachmentProblemText[problem] }] : []}
        />
        <h1>照片和文件</h1>
        <p className="soft">{name}</p>
        <AttachmentManager code={code} attachments={attachments} problem={problem} />
        <div className="row">
          <LinkButton href={paths.staffReport(code)}>回到填报</LinkButton>
        </div>
      </div>
    </StaffFrame>
  );
}
