import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { Missing } from "@/components/source/missing";
import { AssignmentForm } from "@/components/staff/assignment-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { findAssignmentForm } from "@/lib/assignment/assignment-queries";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "指定责任单位" };

type Props = { params: Promise<{ code: string }> };

export default async function AssignPage({ params }: Props) {
  const { code } = await params;
  const path = paths.staffAssign(code);
  const viewer = await requirePageViewer("/staff/projects/[code]/assign", path);
  const form = await findAssignmentForm(viewer, code);
  if (!form) notFound();
  const { project, open, history } = form;
  const heading = (
    <div className="mt-1 mb-4">
      <h1>指定责任单位</h1>
      <p className="soft">
        <a href={paths.project(code)}>{project.name}</a> <span className="code">{code}</span>，现在
        {open ? `由${open.unit}负责，${open.since} 起` : <Missing why="unassigned" />}。
      </p>
    </div>
  );
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs
        trail={[{ label: "我的任务", href: paths.staff() }]}
        current={`指定 ${project.name}的责任单位`}
      />
      <AssignmentForm form={form} heading={heading} />
      {history.length > 0 && (
        <section className="mt-7" aria-labelledby="history-title">
          <h2 className="text-base" id="history-title">
            以前的责任单位
          </h2>
          <ul>
            {history.map(({ unit, since, until }) => (
              <li key={`${unit}${since}${until}`}>{`${unit}，${since} 至 ${until}`}</li>
            ))}
          </ul>
        </section>
      )}
    </StaffFrame>
  );
}
