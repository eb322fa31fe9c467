import type { IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, happenedBy, isImpossibleOrder } from "@/lib/format/date-range";
import type { Refusal } from "@/lib/refusal";

export const stages = ["signed", "under_construction", "operating"] as const;
export type Stage = (typeof stages)[number];

export const conditions = ["active", "paused", "terminated"] as const;
/** Whether the project moves; null where the axis is used means 未核实, never "active". */
export type Condition = (typeof conditions)[number];

export const trackings = ["unverified", "lapsed", "tracked"] as const;
/** Whether anybody follows the project on a day: 待核实, 断报, 跟踪中. Derived, never stored; a terminated one has none. */
export type Tracking = (typeof trackings)[number];

/** What happens when a project gets to a stage. */
export const eventNames = {
  signed: "签约",
  under_construction: "开工",
  operating: "投产",
} as const satisfies Record<Stage, string>;

/**  signed ──开工──▶ under_construction ──投产──▶ operating
 *      └─────────────投产, with a reason──────────────▲
 *
 *  There is no way back: a wrong stage is corrected (更正), which retracts the event. */
const stageSteps = {
  signed: { under_construction: { needsReason: false }, operating: { needsReason: true } },
  under_construction: { operating: { needsReason: false } },
  operating: {},
} as const satisfies Record<Stage, Partial<Record<Stage, { needsReason: boolean }>>>;

/** Where the project stands, and when it got there. */
export type Standing = {
  stage: Stage;
  effective: DateRange;
  condition: Condition | null;
  /** Since when the condition is on record; null: there is none. */
  conditionOn: IsoDate | null;
};

export type StageChange = {
  to: Stage;
  effective: DateRange | null;
  hasEvidence: boolean;
  reason: string | null;
};

/** Why a stage change may not be made, field by field; empty when it may. */
export function stageChangeRefusals(from: Standing, change: StageChange, today: IsoDate) {
  const step = stageStep(from.stage, change.to);
  if (from.condition === "terminated") {
    return [refuse("to", "项目已终止，阶段不再变化。记录有误请用“更正”。")];
  }
  if (step === null) {
    return [refuse("to", "阶段只能往前走。记录有误请用“更正”：写明原因，由填报人以外的人办理。")];
  }
  return [
    ...effectiveRefusals(from, change, today),
    ...(change.hasEvidence ? [] : [refuse("evidence", "请附依据：来源、附件或文字说明，任选一种。")]),
    ...(step.needsReason && !change.reason
      ? [refuse("reason", "从签约直接到投产运营，请说明没有开工记录的原因。")]
      : []),
  ];
}

type StageField = "to" | "effective" | "evidence" | "reason";

function effectiveRefusals(from: Standing, { to, effective }: StageChange, today: IsoDate) {
  if (effective === null) return [refuse("effective", `请填${eventNames[to]}日期。`)];
  if (!happenedBy(effective, today)) return [refuse("effective", futureActualDate(today))];
  if (!isImpossibleOrder(from.effective, effective)) return [];
  return [refuse("effective", orderRefusal(from.stage, to))];
}

/** What to say of an actual date that has not passed yet. */
export function futureActualDate(today: IsoDate): string {
  return `实际日期不能晚于今天（${today}）。还没结束的月份或年份，请写到日。`;
}

function orderRefusal(earlier: Stage, later: Stage): string {
  return `${eventNames[later]}日期早于${eventNames[earlier]}日期，请核对这两个日期。`;
}

function stageStep(from: Stage, to: Stage): { needsReason: boolean } | null {
  const steps: Partial<Record<Stage, { needsReason: boolean }>> = stageSteps[from];
  return steps[to] ?? null;
}

function refuse(field: StageField, message: string): Refusal<StageField> {
  return { field, message };
}
