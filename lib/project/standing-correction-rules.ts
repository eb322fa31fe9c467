import type { IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, happenedBy, isImpossibleOrder } from "@/lib/format/date-range";
import { futureActualDate } from "@/lib/project/project-rules";
import type { ConditionRecord, StandingContent } from "@/lib/project/standing-schema";
import type { Refusal } from "@/lib/refusal";

const dates = [
  { field: "signedOn", name: "签约" },
  { field: "startedOn", name: "开工" },
  { field: "operatingOn", name: "投产" },
] as const;

/** Why a project's record may not be corrected to this; `before` is what stands now. */
export function standingCorrectionRefusals(
  content: StandingContent,
  before: StandingContent,
  today: IsoDate,
): Refusal[] {
  return [
    ...(content.signedOn === null
      ? [{ field: "signedOn", message: "登记的项目都有签约日期。项目登记错了，请撤回登记。" }]
      : []),
    ...dates.flatMap(({ field }) => futureRefusal(field, content[field], today)),
    ...orderRefusals(content),
    ...evidenceRefusals(content),
    ...conditionRefusals(content, before),
  ];
}

function futureRefusal(field: string, on: DateRange | null, today: IsoDate): Refusal[] {
  return on === null || happenedBy(on, today) ? [] : [{ field, message: futureActualDate(today) }];
}

function orderRefusals(content: StandingContent): Refusal[] {
  const known = dates.filter(({ field }) => content[field] !== null);
  return known.flatMap(({ field, name }, index) => {
    const later = known[index + 1];
    const [from, to] = [content[field], later && content[later.field]];
    if (!later || !from || !to || !isImpossibleOrder(from, to)) return [];
    return [{ field: later.field, message: `${later.name}日期早于${name}日期，请核对这两个日期。` }];
  });
}

function evidenceRefusals(content: StandingContent): Refusal[] {
  const refusals: Refusal[] = [];
  if (content.startedOn && !content.startedEvidence)
    refusals.push({ field: "startedEvidence", message: "请写开工的依据。" });
  if (content.operatingOn && !content.operatingEvidence)
    refusals.push({ field: "operatingEvidence", message: "请写投产的依据。" });
  if (content.operatingOn && !content.startedOn && !content.directReason)
    refusals.push({ field: "directReason", message: "从签约直接到投产运营，请说明没有开工记录的原因。" });
  return refusals;
}

/** A record of a condition can only be struck out; a new one comes by a report. */
function conditionRefusals(content: StandingContent, before: StandingContent): Refusal[] {
  const known = before.conditions.map(recordKey);
  const isStranger = content.conditions.some((record) => !known.includes(recordKey(record)));
  return isStranger ? [{ field: "conditions", message: "页面已过期，请刷新后再选要作废的记录。" }] : [];
}

/** What makes two records of a condition the same. */
export function recordKey({ condition, on, reason, reviewOn }: ConditionRecord): string {
  return JSON.stringify([condition, on.from, on.to, on.precision, reason, reviewOn]);
}
