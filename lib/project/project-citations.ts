import type { Citation } from "@/lib/source/citation-dto";
import type { PublicProject } from "./project-dto";

type Cited = Pick<PublicProject, "citations" | "stageEvents" | "commitments" | "milestones" | "figures">;

/** Every citation on a project's page, whatever it is about. */
export function projectCitations(project: Cited): Citation[] {
  const parts = [...project.stageEvents, ...project.commitments, ...project.milestones, ...project.figures];
  return [...project.citations, ...parts.flatMap(({ citations }) => citations)];
}
