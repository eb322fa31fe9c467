import { ProjectShortTable } from "@/components/project/project-short-table";
import { InferredField } from "@/components/source/inferred-field";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { EnterpriseProject, PublicEnterprise } from "@/lib/organization/organization-dto";
import { paths } from "@/lib/paths";

/** The projects that an enterprise carries, alone or with others. */
export function EnterpriseProjects({ enterprise }: { enterprise: PublicEnterprise }) {
  const { slug, shortName, projects, projectCount, jointCount } = enterprise;
  if (projectCount === 0) {
    return (
      <Section id="projects" title="项目">
        <EmptyState title="没有登记项目">{`${shortName}是协议的签约方，没有项目写明由它投资。`}</EmptyState>
      </Section>
    );
  }
  const partners = {
    label: "共同投资",
    cell: (project: EnterpriseProject) => <Partners project={project} />,
  };
  const isCut = projects.length < projectCount;
  return (
    <Section
      id="projects"
      title={`${projectCount} 个项目`}
      note={isCut ? <a href={paths.projects({ enterprise: slug })}>查看全部</a> : jointNote(jointCount)}
    >
      <ProjectShortTable
        caption={`${shortName}的项目`}
        projects={projects}
        extra={jointCount > 0 ? partners : undefined}
      />
    </Section>
  );
}

function jointNote(count: number): string | undefined {
  return count > 0 ? `含 ${count} 个共同投资项目，合计时只计一次` : undefined;
}

function Partners({ project: { partners, citations } }: { project: EnterpriseProject }) {
  return (
    <>
      {partners.length === 0 && <span className="faint">单独投资</span>}
      {partners.map(({ slug, shortName }, index) => (
        <span key={slug}>
          {index > 0 && "、"}
          <a href={paths.enterprise(slug)}>{shortName}</a>
        </span>
      ))}{" "}
      <InferredField citations={citations} fields={["enterprises"]} withReason />
    </>
  );
}
