import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ConditionTag } from "@/components/project/condition-tag";
import { StageTag } from "@/components/project/stage-tag";
import { TrackingTag } from "@/components/project/tracking-tag";
import {
  DeskCommitments,
  DeskFacts,
  DeskGaps,
  DeskHistory,
  DeskMilestones,
} from "@/components/staff/project-desk";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { can } from "@/lib/auth/policy";
import { today } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { findProjectDesk } from "@/lib/progress/project-desk-queries";
import { getPublicProject } from "@/lib/project/project-queries";

export const metadata: Metadata = { title: "项目工作页" };

type Props = { params: Promise<{ code: string }> };

/** What is on record of a project, what it lacks, and the ways to change that. */
export default async function ProjectDeskPage({ params }: Props) {
  const { code } = await params;
  const path = paths.staffProject(code);
  const viewer = await requirePageViewer("/staff/projects/[code]", path);
  const [desk, project] = await Promise.all([
    findProjectDesk(viewer, code),
    getPublicProject(code, await today()),
  ]);
  if (!desk || !project) notFound();
  const canWrite = can(viewer.role, "report:write");
  const canAssign = can(viewer.role, "project:assign");
  const isTerminated = project.condition === "terminated";
  return (
    <StaffFrame viewer={viewer} path={path} current="tasks">
      <Breadcrumbs trail={[{ label: "我的任务", href: paths.staff() }]} current={project.name} />
      <div className="stack">
        <div className="row between mt-1">
          <div>
            <h1>{project.name}</h1>
            <p className="row gap-wide">
              <span className="code">{code}</span>
              <StageTag stage={project.stage} />
              <ConditionTag condition={project.condition} />
              {project.tracking && <TrackingTag tracking={project.tracking} />}
              <a href={paths.project(code)}>公众页</a>
            </p>
          </div>
          <div className="row">
            {canWrite && !isTerminated && (
              <LinkButton href={paths.staffReport(code)} variant="go">
                填报进展
              </LinkButton>
            )}
            {!isTerminated && <LinkButton href={paths.staffStatusCheck(code)}>核实现状</LinkButton>}
            {can(viewer.role, "register:write") && (
              <>
                <LinkButton href={paths.staffRegisterItem("project", code)}>变更登记</LinkButton>
                <LinkButton href={paths.staffRegisterItem("standing", code)}>更正阶段和状况</LinkButton>
              </>
            )}
            {canAssign && <LinkButton href={paths.staffAssign(code)}>指定责任单位</LinkButton>}
          </div>
        </div>
        {isTerminated && <Note>项目已终止，不再填报。记录有误，请提交更正。</Note>}
        <DeskGaps project={project} desk={desk} canAssign={canAssign} canWrite={canWrite} />
        <DeskFacts project={project} desk={desk} />
        <DeskMilestones project={project} />
        <DeskCommitments project={project} />
        <DeskHistory
          code={code}
          steps={desk.steps}
          canReview={can(viewer.role, "report:review")}
          canCorrect={canWrite}
        />
      </div>
    </StaffFrame>
  );
}
