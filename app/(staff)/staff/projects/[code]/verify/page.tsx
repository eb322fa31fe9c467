import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ProjectOnRecord } from "@/components/staff/project-on-record";
import { StatusCheckForm } from "@/components/staff/status-check-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Note } from "@/components/ui/note";
import { keptFormOf } from "@/lib/auth/form-keeper";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { findDraft } from "@/lib/draft/draft-queries";
import { openedForm, parkedForm, untouchedForm } from "@/lib/draft/draft-rules";
import { paths } from "@/lib/paths";
import { checkFormValues } from "@/lib/status-check/check-form-values";
import { findCheckForm } from "@/lib/status-check/status-check-queries";
import { statusCheckForm } from "@/lib/status-check/status-check-rules";
import { editorialText } from "@/lib/text/editorial-text";
import { taskChangeText } from "@/lib/text/task-text";

export const metadata: Metadata = { title: "现状核实" };

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default async function StatusCheckPage({ params, searchParams }: Props) {
  const { code } = await params;
  const path = paths.staffStatusCheck(code);
  const viewer = await requirePageViewer("/staff/projects/[code]/verify", path);
  const name = statusCheckForm(code);
  const [form, stored, parked, kept] = await Promise.all([
    findCheckForm(viewer, code),
    findDraft(viewer, name),
    findDraft(viewer, parkedForm(name)),
    keptFormOf(viewer, name),
  ]);
  if (!form) notFound();
  const { project, open, place, placeCount } = form;
  const returned = open?.isMendable ? open : null;
  const isDone = (await searchParams).done === "checked";
  const heading = (
    <>
      {isDone && (
        <Note tone="ok" role="status">
          {taskChangeText.checked}
        </Note>
      )}
      <h1>现状核实</h1>
      <p className="soft">
        <a href={paths.project(code)}>{project.name}</a> <span className="code">{code}</span>
        {place !== null && `，待核实的第 ${place} 个，共 ${placeCount} 个`}
      </p>
      <p className="faint">{`最近来源 ${project.reportedOn ?? project.sourcedOn}｜统计日 ${form.today}`}</p>
    </>
  );
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs trail={[{ label: "我的任务", href: paths.staff() }]} current={`核实 ${project.name}`} />
      {open && !returned ? (
        <div className="stack">
          {heading}
          <Note>{`这个项目已有一份${editorialText[open.state]}的核实（编号 ${open.id}，${open.author}）。等它办完再核实。`}</Note>
        </div>
      ) : (
        <StatusCheckForm
          code={code}
          requestId={crypto.randomUUID()}
          units={form.units}
          unit={project.unit}
          draft={{
            opened: openedForm(stored, parked) ?? untouchedForm(returned ? checkFormValues(returned) : {}),
            ...kept,
          }}
          returned={
            returned && {
              id: returned.id,
              version: returned.version,
              errors: { [returned.returnField ?? "answer"]: `退回原因：${returned.returnReason}` },
            }
          }
          heading={heading}
          aside={<ProjectOnRecord form={form} />}
        />
      )}
    </StaffFrame>
  );
}
