import { paths } from "@/lib/paths";
import { type Stage, stages } from "@/lib/project/project-rules";

/** What is asked of a project before it goes on. */
export type AdvanceFacts = {
  code: string;
  stage: Stage;
  isTerminated: boolean;
  hasPlace: boolean;
  hasPlannedInvestment: boolean;
  hasUnit: boolean;
  /** Whether some milestone has a deadline. */
  hasDeadline: boolean;
  /** Commitments that a number can show, and whether any has a published reading. */
  commitments: number;
  hasReading: boolean;
  /** Ordinals of the milestones 竣工 that are not met. */
  openCompletions: readonly number[];
};

/** Something that is missing, and the page on which it is put right. */
export type AdvanceGap = {
  field: "place" | "plannedInvestment" | "unit" | "milestone" | "reading" | "completion";
  name: string;
  why: string;
  href: string;
};

/** Which milestone says that building is over. */
const completion = /竣工/;
export const isCompletion = (title: string): boolean => completion.test(title);

/** The stage that follows; null: there is none. */
export function nextStage(stage: Stage): Stage | null {
  return stages[stages.indexOf(stage) + 1] ?? null;
}

/** What the register lacks before a project reaches a stage; it may reach it all the same, since the truth comes first. */
export function missingToAdvance(facts: AdvanceFacts, to: Stage): AdvanceGap[] {
  if (facts.isTerminated || stages.indexOf(to) <= stages.indexOf(facts.stage)) return [];
  const { code } = facts;
  const register = paths.staffRegisterItem("project", code);
  const gaps: (AdvanceGap & { isMissing: boolean })[] = [
    {
      field: "place",
      name: "落户地",
      why: "建在哪里，公众和各部门都要知道。",
      href: register,
      isMissing: !facts.hasPlace,
    },
    {
      field: "plannedInvestment",
      name: "计划总投资",
      why: "没有它，完成投资比不出进度。",
      href: register,
      isMissing: !facts.hasPlannedInvestment,
    },
    {
      field: "unit",
      name: "责任单位",
      why: "谁来填报，谁来协调。由审核员指定。",
      href: paths.staffAssign(code),
      isMissing: !facts.hasUnit,
    },
    {
      field: "milestone",
      name: "有时限的节点",
      why: "至少一个节点写明时限，才看得出早晚。",
      href: register,
      isMissing: !facts.hasDeadline,
    },
    ...(to === "operating" ? beforeOperating(facts) : []),
  ];
  return gaps.filter(({ isMissing }) => isMissing).map(({ isMissing: _isMissing, ...gap }) => gap);
}

function beforeOperating({ code, commitments, hasReading, openCompletions }: AdvanceFacts) {
  return [
    {
      field: "reading" as const,
      name: "承诺事项的读数",
      why: "有承诺事项，至少要有一项报过累计数。",
      href: paths.staffReport(code),
      isMissing: commitments > 0 && !hasReading,
    },
    {
      field: "completion" as const,
      name: "竣工日期",
      why: "登记了竣工节点，还没有实际完成日期。",
      href: paths.staffReport(code),
      isMissing: openCompletions.length > 0,
    },
  ];
}

/** The same facts once a report is published that gives readings and meets milestones. */
export function withReported(
  facts: AdvanceFacts,
  { hasReading, met }: { hasReading: boolean; met: readonly number[] },
): AdvanceFacts {
  return {
    ...facts,
    hasReading: facts.hasReading || hasReading,
    openCompletions: facts.openCompletions.filter((ordinal) => !met.includes(ordinal)),
  };
}

/** What author and reviewer are told of a report that advances a project while something is missing; null: nothing is. */
export function advanceWarning(gaps: readonly AdvanceGap[]): string | null {
  if (gaps.length === 0) return null;
  const names = gaps.map(({ name }) => name).join("、");
  return `还缺${names}。情况属实就照实报，请在本期进展里说明，并补上缺的。`;
}
