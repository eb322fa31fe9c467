import { daysBetween, type IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";

type Group = {
  unit: string | null;
  person: string | null;
  silent: number;
  returned: number;
  silentProjects: readonly string[];
  returnedProjects: readonly string[];
};

type Reminder = {
  period: IsoDate;
  dueOn: IsoDate;
  today: IsoDate;
  counts: { owed: number; submitted: number; published: number; returned: number; silent: number };
  groups: readonly Group[];
};

/** The 催报 list of a round, as plain text to send on; null: there is nobody to remind. */
export function reminderText({ period, dueOn, today, counts, groups }: Reminder): string | null {
  const open = groups.filter(({ silent, returned }) => silent + returned > 0);
  if (open.length === 0) return null;
  return [
    `${formatMonth(period)}进展填报催报（${today}）`,
    deadlineWords(dueOn, today),
    countWords(counts),
    "",
    ...open.map(groupWords),
    "",
    `${daysLate(dueOn, today) > 0 ? "请尽快补报" : "请在截止日前填报"}。没有变化的项目，也要答“本期无变化”。`,
  ].join("\n");
}

/** Days that a deadline has passed, ≥ 0; the day itself is in time. */
export function daysLate(dueOn: IsoDate, today: IsoDate): number {
  return Math.max(0, daysBetween(dueOn, today));
}

function deadlineWords(dueOn: IsoDate, today: IsoDate): string {
  const left = daysBetween(today, dueOn);
  if (left < 0) return `${dueOn} 已截止，逾期 ${-left} 天。`;
  return left === 0 ? `今天（${dueOn}）截止。` : `${dueOn} 截止，还有 ${left} 天。`;
}

function countWords({ owed, submitted, published, returned, silent }: Reminder["counts"]): string {
  return `应报 ${owed} 个项目：已报 ${submitted + published} 个，退回待改 ${returned} 个，未报 ${silent} 个。`;
}

function groupWords({ unit, person, ...group }: Group): string {
  const who = unit ? `${unit}${person ? ` ${person}` : "（责任人未指定）"}` : "责任单位未指定";
  const parts = [
    listWords("未报", group.silent, group.silentProjects),
    listWords("退回待改", group.returned, group.returnedProjects),
  ].filter((words) => words !== null);
  return `${who}：${parts.join("；")}。`;
}

function listWords(what: string, count: number, names: readonly string[]): string | null {
  if (count === 0) return null;
  const more = count > names.length ? "等" : "";
  return `${what} ${count} 个（${names.join("、")}${more}）`;
}
