import { unchangedText } from "@/lib/text/report-text";

/** What the inputs of the report form are called, wherever they are spoken of. */
export const reportFieldText: Partial<Record<string, string>> = {
  period: "填报月份",
  unchanged: unchangedText,
  newStage: "阶段",
  stageOn: "开工或投产日期",
  stageEvidence: "阶段变化的依据",
  stageReason: "没有开工记录的原因",
  newCondition: "状况",
  conditionReason: "状况变化的原因",
  conditionReviewOn: "复核日期",
  percent: "形象进度",
  arrivedFunds: "累计到位资金",
  completedInvestment: "累计完成投资",
  summary: "本期进展",
  nextSteps: "下一步",
  startedOn: "开工或投产日期（正文下面）",
  startedStage: "正文写到的阶段",
  startEvidence: "开工或投产的依据（正文下面）",
  note: "阶段没有变化的原因",
  correctionReason: "更正原因",
};
