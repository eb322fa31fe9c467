import { Section } from "@/components/ui/section";
import { paths } from "@/lib/paths";
import { projectCitations } from "@/lib/project/project-citations";
import type { PublicProject } from "@/lib/project/project-dto";

/** The documents from which this page is made, which of their paragraphs, and why we read some of them so. */
export function ProjectSources({ project }: { project: PublicProject }) {
  const citations = projectCitations(project);
  const reasons = [...new Set(citations.flatMap(({ reason }) => reason ?? []))];
  return (
    <Section id="sources" title="出处">
      {project.sources.map(({ slug, title, publishedOn }) => (
        <p key={slug} className="small soft">
          {`《${title}》，${publishedOn}。本页用到${paragraphWords(citations, slug)}。`}
          <a href={paths.source(slug)}>查看来源条目</a>
        </p>
      ))}
      {project.registerChanges.length > 0 && (
        <p className="small soft">
          登记和变更各有依据，见<a href="#changes">登记与变更</a>。
        </p>
      )}
      {reasons.length > 0 && (
        <>
          <h3 className="small mt-3">推断的理由</h3>
          <ul className="small soft">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function paragraphWords(citations: ReturnType<typeof projectCitations>, slug: string): string {
  const paragraphs = citations.flatMap(({ source }) => (source?.slug === slug ? [source.paragraph] : []));
  const ordered = [...new Set(paragraphs)].sort((a, b) => a - b);
  return ordered.map((paragraph) => `第${paragraph}段`).join("、");
}
