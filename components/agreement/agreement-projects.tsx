import { ProjectShortTable } from "@/components/project/project-short-table";
import { InferredSlip } from "@/components/source/inferred-slip";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { PublicAgreement } from "@/lib/agreement/agreement-dto";
import { sharedInference } from "@/lib/agreement/agreement-sentence";

/** The projects of an agreement, and why we read them as its own when no source says so. */
export function AgreementProjects({ agreement }: { agreement: PublicAgreement }) {
  const { projects, projectCount } = agreement;
  const reason = sharedInference(agreement);
  const isCut = projects.length < projectCount;
  return (
    <Section
      id="projects"
      title={
        <>
          {`${projectCount} 个项目`} {reason && <InferredSlip reason={reason} />}
        </>
      }
      note={reason ?? (isCut ? `列出前 ${projects.length} 个` : undefined)}
    >
      {projects.length === 0 ? (
        <EmptyState title="没有登记项目" />
      ) : (
        <ProjectShortTable caption="本协议的项目" projects={projects} />
      )}
    </Section>
  );
}
