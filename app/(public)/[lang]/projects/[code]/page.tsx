import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommitmentTable } from "@/components/commitment/commitment-table";
import { PublicFooter } from "@/components/layout/footer";
import { PageShell } from "@/components/layout/page-shell";
import { PrintLine } from "@/components/layout/print-line";
import { PublicHeader } from "@/components/layout/public-header";
import { RecordAndDay } from "@/components/layout/record-and-day";
import { MilestoneSection } from "@/components/milestone/milestone-section";
import { ReportList } from "@/components/progress/report-list";
import { StatusCheckList } from "@/components/progress/status-check-list";
import { FigureTable } from "@/components/project/figure-table";
import { ProjectChangeList } from "@/components/project/project-change-list";
import { ProjectFacts } from "@/components/project/project-facts";
import { ProjectHeader } from "@/components/project/project-header";
import { ProjectSources } from "@/components/project/project-sources";
import { ProjectStages } from "@/components/project/project-stages";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { today } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { projectChanges } from "@/lib/project/project-changes";
import { getPublicProject } from "@/lib/project/project-queries";
import { listPublicChanges } from "@/lib/register-change/public-change-queries";
import { getSiteStatus } from "@/lib/site/site-queries";

type Props = { params: Promise<{ code: string }> };

/** Nothing is rendered at build time; each page below a parameter of its own has to say so. */
export function generateStaticParams(): { code: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  const project = await getPublicProject(code, await today());
  return project ? { title: `${project.name} ${code}`, description: project.summary } : {};
}

/** Its frame speaks of this project alone: a change of another one does not render it again. */
export default async function ProjectPage({ params }: Props) {
  const { code } = await params;
  const [day, { isDemo }] = await Promise.all([today(), getSiteStatus()]);
  const [project, registered] = await Promise.all([
    getPublicProject(code, day),
    listPublicChanges("project", code),
  ]);
  if (!project) notFound();
  const { sourcedOn, reportedOn } = project;
  return (
    <PageShell
      width="public"
      header={<PublicHeader current="projects" />}
      footer={<PublicFooter sourcedOn={sourcedOn} reportedOn={reportedOn} day={day} />}
      demo={isDemo}
    >
      <Breadcrumbs
        trail={[
          { label: "首页", href: paths.home() },
          { label: "项目台账", href: paths.projects() },
        ]}
        current={project.name}
      />
      <PrintLine>
        <RecordAndDay sourcedOn={sourcedOn} reportedOn={reportedOn} day={day} />
      </PrintLine>
      <ProjectHeader project={project} day={day} />
      <div className="aside mt-8">
        <div className="stack-lg">
          <ProjectStages project={project} />
          <CommitmentTable commitments={project.commitments} />
          <FigureTable figures={project.figures} />
          <MilestoneSection project={project} day={day} />
          <ReportList reports={project.reports} />
          <StatusCheckList checks={project.statusChecks} />
          <ProjectChangeList changes={projectChanges(project)} registered={registered} />
          <ProjectSources project={project} />
        </div>
        <ProjectFacts project={project} />
      </div>
    </PageShell>
  );
}
