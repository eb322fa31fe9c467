import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import { writeCommitments } from "@/lib/commitment/commitment-register-commands";
import { commitmentRefusals } from "@/lib/commitment/commitment-register-rules";
import type { IsoDate } from "@/lib/format/calendar-day";
import { writeMilestones } from "@/lib/milestone/milestone-register-commands";
import { milestoneRefusals } from "@/lib/milestone/milestone-register-rules";
import { strangerRefusals } from "@/lib/project/project-reference-queries";
import {
  amendProject,
  createProject,
  lockProject,
  withdrawProject,
} from "@/lib/project/project-register-commands";
import { projectRefusals } from "@/lib/project/project-register-rules";
import type { Refusal } from "@/lib/refusal";
import { findWholeProject } from "@/lib/register-change/project-content-queries";
import { type WholeProject, wholeProjectSchema } from "@/lib/register-change/project-content-schema";
import type { RegisterNoun } from "@/lib/register-change/register-noun-contract-commands";

/** A project with its commitments and milestones, as one thing of the register. */
export const projectNoun: RegisterNoun<WholeProject> = {
  schema: wholeProjectSchema,
  titleOf: ({ name }) => name,
  refusals,
  current,
  async create(tx, content, origin) {
    const project = await createProject(tx, content, origin);
    await writeCommitments(tx, project.id, { before: [], after: content.commitments }, origin);
    await writeMilestones(tx, project.id, { before: [], after: content.milestones }, origin);
    return project;
  },
  async amend(tx, { id, before, content }, origin) {
    await amendProject(tx, { id, before, content }, origin);
    const { commitments, milestones } = content;
    await writeCommitments(tx, id, { before: before.commitments, after: commitments }, origin);
    await writeMilestones(tx, id, { before: before.milestones, after: milestones }, origin);
  },
  withdraw: withdrawProject,
};

async function refusals(
  tx: Transaction,
  content: WholeProject,
  before: WholeProject | null,
): Promise<Refusal[]> {
  const [clock] = await tx.$queryRaw<{ today: IsoDate }[]>`select app_today()::text as today`;
  return [
    ...projectRefusals(content, before, clock?.today ?? ""),
    ...commitmentRefusals(content.commitments, before?.commitments ?? []),
    ...milestoneRefusals(content.milestones, before?.milestones ?? []),
    ...(await strangerRefusals(tx, content)),
  ];
}

async function current(tx: Transaction, where: { id: number } | { key: string }) {
  await lockProject(tx, where);
  return findWholeProject(tx, where);
}
