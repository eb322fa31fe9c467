import type { IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import type { EditorialState } from "@/lib/project/editorial-rules";
import { editorialText } from "@/lib/text/editorial-text";

/** The report that a project has for a month. */
export type TakenMonth = {
  id: number;
  period: IsoDate;
  state: EditorialState;
  author: string;
  /** It was returned, and the viewer may mend it. */
  isMendable: boolean;
};

/** Why no other report of the month is taken, or no other correction of it, and what to do. */
export function monthTakenText(taken: TakenMonth, { isCorrection = false } = {}): string {
  const { period, state, id, author } = taken;
  const month = formatMonth(period);
  const which = `（编号 ${id}，${author}）`;
  if (isCorrection) {
    return `${month}的填报已有一份${editorialText[state]}的更正${which}。等它办完再更正。`;
  }
  return `${month}已有一份${editorialText[state]}的填报${which}。请另选月份；要改那一份，已发布的请提交更正，没发布的请它的填报人修改。`;
}

/** The report that stands in the way of one on a month; null: none. What the viewer may mend does not. */
export function reportInTheWay(taken: readonly TakenMonth[], period: IsoDate): TakenMonth | null {
  const found = taken.find((month) => month.period === period);
  return !found || found.isMendable ? null : found;
}

/** What stands against reporting on each month, by month as the form has it. */
export function monthNotes(taken: readonly TakenMonth[]): Record<string, string> {
  const inTheWay = taken.filter(({ period }) => reportInTheWay(taken, period) !== null);
  return Object.fromEntries(inTheWay.map((month) => [month.period.slice(0, 7), monthTakenText(month)]));
}
