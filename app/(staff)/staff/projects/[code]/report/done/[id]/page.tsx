import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { KeyValues } from "@/components/ui/key-values";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { formatMonth } from "@/lib/format/date-words";
import { rowNumberIn } from "@/lib/format/row-number";
import { paths } from "@/lib/paths";
import { findSubmittedReport } from "@/lib/progress/progress-queries";

export const metadata: Metadata = { title: "已提交" };

type Props = { params: Promise<{ code: string; id: string }> };

export default async function ReportDonePage({ params }: Props) {
  const { code, id } = await params;
  const path = paths.staffReportDone(code, Number(id));
  const viewer = await requirePageViewer("/staff/projects/[code]/report/done/[id]", path);
  const number = rowNumberIn(id);
  const report = number === null ? null : await findSubmittedReport(viewer, number);
  if (report?.code !== code) notFound();
  const items = [
    { term: "编号", value: String(report.id) },
    { term: "项目", value: `${report.name}，${formatMonth(report.period)}` },
    { term: "下一步", value: "审核员核对后发布，或退回修改；结果在“我的任务”里看" },
    { term: "现在由谁办", value: "审核员" },
  ];
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs trail={[{ label: "我的任务", href: paths.staff() }]} current="已提交" />
      <div className="stack measure">
        <h1>已提交，等待审核</h1>
        <Note tone="ok" role="status">
          填报已收到。审核通过前，公众看不到。
        </Note>
        <KeyValues items={items} />
        <div className="row">
          <LinkButton href={paths.staff()} variant="go">
            回到我的任务
          </LinkButton>
        </div>
      </div>
    </StaffFrame>
  );
}
