import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { AttachmentPanel } from "@/components/attachment/attachment-panel";
import { ChangeReview } from "@/components/register/change-review";
import { CheckReview } from "@/components/staff/check-review";
import { ReportReview } from "@/components/staff/report-review";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { listReportAttachments } from "@/lib/attachment/attachment-queries";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { formatMonth } from "@/lib/format/date-words";
import { rowNumberIn } from "@/lib/format/row-number";
import { paths } from "@/lib/paths";
import { findStoredAdvanceWarnings } from "@/lib/progress/advance-warning-queries";
import { findReviewItem } from "@/lib/progress/review-queries";
import { storedReportWarnings } from "@/lib/progress/stored-report-warnings";
import { findChangeReview } from "@/lib/register-change/register-change-queries";
import { findCheckReview } from "@/lib/status-check/status-check-queries";
import { registerStepText } from "@/lib/text/register-text";

export const metadata: Metadata = { title: "审核一份" };

type Props = { params: Promise<{ kind: string; id: string }> };

export default async function ReviewItemPage({ params }: Props) {
  const { kind, id } = await params;
  const path = paths.staffReviewItem(kind, id);
  const viewer = await requirePageViewer("/staff/review/[kind]/[id]", path);
  const number = rowNumberIn(id);
  const report = kind === "report" && number !== null ? await findReviewItem(viewer, number) : null;
  const attachments = report ? await listReportAttachments(viewer, report.id) : [];
  const check = kind === "check" && number !== null ? await findCheckReview(viewer, number) : null;
  const change = kind === "change" && number !== null ? await findChangeReview(viewer, number) : null;
  const item = report ?? check;
  if (!item && !change) notFound();
  const about = report ? formatMonth(report.content.period) : "现状核实";
  return (
    <StaffFrame viewer={viewer} path={path} current="review">
      <Breadcrumbs
        trail={[{ label: "审核", href: paths.staffReview() }]}
        current={change ? `${registerStepText(change)}，${change.title}` : `${item?.project.name}，${about}`}
      />
      {report && (
        <ReportReview
          item={report}
          warnings={[...storedReportWarnings(report), ...(await findStoredAdvanceWarnings(viewer, report))]}
        >
          <AttachmentPanel attachments={attachments} when={formatMonth(report.content.period)} />
        </ReportReview>
      )}
      {check && <CheckReview item={check} />}
      {change && <ChangeReview item={change} />}
    </StaffFrame>
  );
}
