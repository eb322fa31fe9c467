// A project that staff register, and the steps by which it gets there.
import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { ofDay } from "@/lib/format/date-range";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { type ChangeSubmission, submitChange } from "@/lib/register-change/register-change-commands";
import { publishChange } from "@/lib/register-change/register-review-commands";

/** Signed on 2016-07-01 with 中兴, without anything else that could be left out. */
export const plainProject: WholeProject = {
  name: "遵义示例物流园",
  shortName: "示例物流园",
  type: "engineering",
  summary: "建设仓储和配送中心",
  agreement: null,
  agreementNote: "合同没有写明所属协议",
  place: "xinpu",
  newPlace: null,
  investors: ["zte"],
  newInvestors: [],
  plannedInvestment: "120000000",
  agreedInvestment: null,
  currency: "CNY",
  stages: [{ stage: "signed", on: ofDay("2016-07-01"), evidence: null, reason: null }],
  commitments: [
    {
      ordinal: null,
      indicator: "仓库",
      target: 40_000,
      unit: "平方米",
      note: null,
      isMeasurable: true,
      due: ofDay("2017-12-31"),
      reason: null,
    },
  ],
  milestones: [
    { ordinal: null, title: "立项备案", note: null, planned: ofDay("2016-08-31"), reason: null },
    { ordinal: null, title: "用地", note: null, planned: null, reason: null },
  ],
};

/** A registration as its author hands it in. */
export function projectCreation(content: Partial<WholeProject> = {}): ChangeSubmission {
  return {
    subject: "project",
    kind: "creation",
    key: null,
    baseVersion: null,
    content: { ...plainProject, ...content },
    reason: null,
    evidence: { kind: "document", text: "投资合同", on: "2016-09-01" },
    requestId: randomUUID(),
    returned: null,
    form: "project:new",
  };
}

/** A change of a project as it stands. */
export function projectEdit(
  thing: { key: string; version: number; content: WholeProject },
  changed: Partial<WholeProject>,
): ChangeSubmission {
  return {
    ...projectCreation(),
    kind: "change",
    key: thing.key,
    baseVersion: thing.version,
    content: { ...thing.content, ...changed },
    reason: "施工计划调整",
    evidence: { kind: "company_statement", text: "调整计划的函", on: "2016-09-10" },
    form: `project:${thing.key}`,
  };
}

/** Hands a change in and has it published. */
export async function publishedChange(author: Viewer, reviewer: Viewer, change: ChangeSubmission) {
  const { id } = await submitChange(author, change);
  const { key } = await publishChange(reviewer, { id, version: 1 });
  return { id, key };
}
