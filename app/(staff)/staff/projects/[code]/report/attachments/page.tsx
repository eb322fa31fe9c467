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
import { rowNumberIn } from "@/lib/format/row-number";
import { paths } from "@/lib/paths";
import { findReportForm } from "@/lib/progress/progress-queries";
import { attachedForm } from "@/lib/progress/report-form-rules";
import { attachmentProblemText } from "@/lib/text/attachment-text";

export const metadata: Metadata = { title: "照片和文件" };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ corrects?: string | string[]; problem?: string | string[] }>;
};

export default async function AttachmentsPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { corrects: given, problem: said } = await searchParams;
  const corrects = rowNumberIn(given);
  const path = paths.staffReportAttachments(code, corrects);
  const viewer = await requirePageViewer("/staff/projects/[code]/report/attachments", path);
  const [form, attachments] = await Promise.all([
    findReportForm(viewer, code, corrects),
    listFormAttachments(viewer, attachedForm(code, corrects)),
  ]);
  if (!form) notFound();
  const { name } = form.project;
  const problem = isAttachmentProblem(said) ? said : null;
  const trail = [
    { label: "我的任务", href: paths.staff() },
    { label: `填报 ${name}`, href: paths.staffReport(code, corrects) },
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
        <AttachmentManager form={{ code, corrects }} attachments={attachments} problem={problem} />
        <div className="row">
          <LinkButton href={paths.staffReport(code, corrects)}>回到填报</LinkButton>
        </div>
      </div>
    </StaffFrame>
  );
}
