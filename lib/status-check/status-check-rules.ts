import type { IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, happenedBy, isImpossibleOrder } from "@/lib/format/date-range";
import { overtakenCondition } from "@/lib/project/condition-rules";
import {
  eventNames,
  futureActualDate,
  type Stage,
  type Standing,
  stageChangeRefusals,
} from "@/lib/project/project-rules";
import type { Refusal } from "@/lib/refusal";

export const statusAnswers = [
  "operating",
  "under_construction",
  "not_started",
  "terminated",
  "unclear",
] as const;
export type StatusAnswer = (typeof statusAnswers)[number];

/** The name of the draft in which a status check of a project is kept. */
export const statusCheckForm = (code: string) => `status-check:${code}`;

export const evidenceKinds = [
  "document",
  "site_visit",
  "company_statement",
  "public_report",
  "phone_call",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export type CheckContent = {
  answer: StatusAnswer;
  on: DateRange;
  reason: string | null;
  evidence: string;
};

/** The stage that an answer claims; null: it says nothing of the stage. */
const claimedStage = {
  operating: "operating",
  under_construction: "under_construction",
  not_started: "signed",
  terminated: null,
  unclear: null,
} as const satisfies Record<StatusAnswer, Stage | null>;

export type CheckEffects = { stage: Stage | null; condition: "terminated" | null };

/** What publishing an answer adds to the record; an answer that only confirms it adds nothing. */
export function effectsOf(answer: StatusAnswer, standing: Standing): CheckEffects {
  const claimed = claimedStage[answer];
  return {
    stage: claimed === standing.stage ? null : claimed,
    condition: answer === "terminated" && standing.condition !== "terminated" ? "terminated" : null,
  };
}

/** Why an answer may not be given now, by the names of the form's fields; empty when it may. */
export function checkRefusals(check: CheckContent, standing: Standing, today: IsoDate): Refusal[] {
  if (!happenedBy(check.on, today)) return [{ field: "on", message: futureActualDate(today) }];
  if (check.answer === "terminated" && !check.reason)
    return [{ field: "reason", message: "请写明终止的原因。" }];
  if (standing.condition === "terminated" && claimedStage[check.answer] !== null) {
    return [
      { field: "answer", message: "记录里项目已终止。记录有误请用“更正”：写明原因，由填报人以外的人办理。" },
    ];
  }
  const { stage, condition } = effectsOf(check.answer, standing);
  const overtaken = condition && overtakenCondition(check.on.to, standing.conditionOn);
  if (overtaken) return [{ field: "on", message: overtaken }];
  if (condition && isImpossibleOrder(standing.effective, check.on)) {
    const message = `终止日期早于${eventNames[standing.stage]}日期，请核对这两个日期。`;
    return [{ field: "on", message }];
  }
  // A check that finds the project further than the record is itself the reason why a stage is skipped.
  const change = { effective: check.on, hasEvidence: true, reason: check.reason ?? check.evidence };
  const names = { to: "answer", effective: "on", evidence: "evidence", reason: "reason" };
  return stage === null
    ? []
    : stageChangeRefusals(standing, { to: stage, ...change }, today).map(({ field, message }) => ({
        field: names[field],
        message,
      }));
}
