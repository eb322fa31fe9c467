import type { IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, isImpossibleOrder } from "@/lib/format/date-range";
import { formatMonth } from "@/lib/format/date-words";
import type { ReportInput } from "@/lib/progress/progress-schema";
import type { Stage } from "@/lib/project/project-rules";
import type { Refusal } from "@/lib/refusal";
import { stageText } from "@/lib/text/stage-text";

/** A published report that is corrected. */
export type CorrectedReport = {
  id: number;
  period: IsoDate;
  /** The stage that it brought; null: none. */
  stage: Stage | null;
  /** The next stage on record after that one; null: there is none. */
  later: { stage: Stage; effective: DateRange; isReasoned: boolean } | null;
  /** A correction of the register has struck out the stage that it brought, or gave it another date. */
  isStageStruck: boolean;
  /** The same of its condition. */
  isConditionStruck: boolean;
  /** The condition changed again after the one that it brought. */
  hasLaterCondition: boolean;
};

type Correction = Pick<ReportInput, "period" | "newStage" | "stageOn" | "newCondition" | "correctionReason">;

/** Why a correction may not take the place of the report that it corrects; empty when it may, or corrects none. */
export function correctionRefusals(
  report: Correction,
  { corrected }: { corrected: CorrectedReport | null },
): Refusal[] {
  if (corrected === null) return [];
  const { period } = corrected;
  const refusals: Refusal[] = [];
  if (report.correctionReason === null)
    refusals.push({ field: "correctionReason", message: "请写明原来错在哪里，公众会看到。" });
  if (report.period !== period)
    refusals.push({ field: "period", message: `更正的是 ${formatMonth(period)}的填报，不能改月份。` });
  return [...refusals, ...stageRefusals(report, corrected), ...conditionRefusals(report, corrected)];
}

function stageRefusals(
  { newStage, stageOn }: Correction,
  { stage, later, isStageStruck }: CorrectedReport,
): Refusal[] {
  if (isStageStruck) {
    if (newStage === null) return [];
    const message = "原填报的阶段已由台账的更正改过，以台账为准。阶段请选没有变化；台账有误，请再更正台账。";
    return [{ field: "newStage", message }];
  }
  if (later === null) return [];
  const laterName = stageText[later.stage];
  if (newStage !== stage && !later.isReasoned) {
    const message = `之后的“${laterName}”以这个阶段为前提。请先更正那一条记录。`;
    return [{ field: "newStage", message }];
  }
  if (newStage !== null && stageOn !== null && isImpossibleOrder(stageOn, later.effective)) {
    const message = `日期晚于记录中的“${laterName}”日期，请核对这两个日期。`;
    return [{ field: "stageOn", message }];
  }
  return [];
}

function conditionRefusals(
  { newCondition }: Correction,
  { isConditionStruck, hasLaterCondition }: CorrectedReport,
): Refusal[] {
  if (isConditionStruck && newCondition !== null) {
    const message = "原填报的状况已由台账的更正作废，以台账为准。状况请选没有变化；台账有误，请再更正台账。";
    return [{ field: "newCondition", message }];
  }
  if (hasLaterCondition && newCondition === "terminated") {
    const message = "之后还有别的状况记录，项目没有在这个月终止。请先更正后来的记录。";
    return [{ field: "newCondition", message }];
  }
  return [];
}
