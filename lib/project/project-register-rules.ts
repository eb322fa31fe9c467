import type { IsoDate } from "@/lib/format/calendar-day";
import { happenedBy } from "@/lib/format/date-range";
import type { ProjectContent, StageContent } from "@/lib/project/project-register-schema";
import { futureActualDate, type Standing, stageChangeRefusals } from "@/lib/project/project-rules";
import type { Refusal } from "@/lib/refusal";

/** The input of one part of a stage: stage-signed-on. */
export const stageField = (stage: StageContent["stage"], part: "on" | "evidence" | "reason") =>
  `stage-${stage}-${part}`;

/** Why a project may not be registered so; `before` is null for a creation, which states the way it has come. */
export function projectRefusals(
  content: ProjectContent,
  before: ProjectContent | null,
  today: IsoDate,
): Refusal[] {
  return [
    ...(content.investors.length + content.newInvestors.length === 0
      ? [{ field: "investor-0-name", message: "请写至少一家投资企业。" }]
      : []),
    ...(before === null ? wayRefusals(content.stages, today) : editRefusals(content)),
  ];
}

function editRefusals({ stages }: ProjectContent): Refusal[] {
  const [stage] = stages;
  if (!stage) return [];
  return [
    {
      field: stageField(stage.stage, "on"),
      message: "阶段不在这里改：往前走用进展填报，记录有误用更正。",
    },
  ];
}

function wayRefusals(stages: readonly StageContent[], today: IsoDate): Refusal[] {
  const [signed, ...later] = stages;
  if (signed?.stage !== "signed") {
    const message = "请填签约日期。只知道不晚于哪一天，就写 不晚于 2026-03-01。";
    return [{ field: stageField("signed", "on"), message }];
  }
  if (!happenedBy(signed.on, today)) {
    return [{ field: stageField("signed", "on"), message: futureActualDate(today) }];
  }
  let standing: Standing = { stage: "signed", effective: signed.on, condition: null, conditionOn: null };
  for (const { stage, on, reason } of later) {
    // The evidence of the whole registration carries each of its stages.
    const change = { to: stage, effective: on, hasEvidence: true, reason };
    const refusals = stageChangeRefusals(standing, change, today);
    if (refusals.length > 0) {
      return refusals.map(({ field, message }) => ({ field: stageField(stage, partOf[field]), message }));
    }
    standing = { ...standing, stage, effective: on };
  }
  return [];
}

const partOf = { to: "on", effective: "on", evidence: "evidence", reason: "reason" } as const;
