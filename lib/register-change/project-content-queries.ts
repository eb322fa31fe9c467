import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import { findRegisteredCommitments } from "@/lib/commitment/commitment-register-queries";
import { findRegisteredMilestones } from "@/lib/milestone/milestone-register-queries";
import { findRegisteredProject } from "@/lib/project/project-register-queries";
import type { WholeProject } from "@/lib/register-change/project-content-schema";

/** A project with its commitments and milestones as they stand; null: there is none, or it was withdrawn. */
export async function findWholeProject(
  client: Pick<Transaction, "$queryRaw">,
  where: { id: number } | { key: string },
): Promise<{ id: number; key: string; version: number; content: WholeProject } | null> {
  const project = await findRegisteredProject(client, where);
  if (!project) return null;
  const commitments = await findRegisteredCommitments(client, project.id);
  const milestones = await findRegisteredMilestones(client, project.id);
  return { ...project, content: { ...project.content, commitments, milestones } };
}
