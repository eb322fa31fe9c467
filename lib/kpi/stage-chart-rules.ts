import { addDays, daysBetween, type IsoDate } from "@/lib/format/calendar-day";
import { formatElapsed } from "@/lib/format/date-words";
import type { StageSeries } from "@/lib/kpi/dashboard-dto";
import type { StageCounts } from "@/lib/kpi/kpi-rules";
import { type Stage, stages } from "@/lib/project/project-rules";
import { stageTileText } from "@/lib/text/stage-text";

/** Days since 1970-01-01, as the charts' axis counts. */
export type DayNumber = number;

export type StageStep = StageCounts & { day: DayNumber };

/** What the stage chart draws, in days and projects. */
export type StageChart = {
  domain: [from: DayNumber, to: DayNumber];
  ceiling: number;
  /** Ends where the records end. */
  steps: StageStep[];
  /** A change that is known only to the half-year or year: it came somewhere between. */
  stipples: { from: DayNumber; to: DayNumber; low: number; high: number; stage: Stage }[];
  /** From the last record on nothing is known; null: known up to the day asked for. */
  silence: { from: DayNumber; to: DayNumber; label: string | null } | null;
  /** Where the records end, in words; null where that is the day asked for. */
  lastRecord: { label: string; anchor: "start" | "middle" | "end" } | null;
  endLabels: { stage: Stage; text: string; y: number }[];
  ticks: { day: DayNumber; label: string }[];
};

/** From the bottom up, so that what is furthest stands on the ground. */
export const stackOrder = [...stages].reverse();

const leastStepShare = 0.008;
const labelledSilenceShare = 0.3;
const labelGapShare = 0.08;

/** The drawing of the counts over time on a day; null when nothing had been signed by then. */
export function stageChart({ points, lastRecordOn }: StageSeries, asOf: IsoDate): StageChart | null {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || lastRecordOn === null) return null;
  const start = first.from ?? addDays(first.on, -leadDays(first.on, asOf));
  const from = dayNumber(start);
  const to = Math.max(dayNumber(asOf), dayNumber(first.on) + 1);
  const leastStep = Math.max(1, Math.ceil((to - from) * leastStepShare));
  const end = Math.max(dayNumber(lastRecordOn), dayNumber(last.on) + leastStep);
  const silence = end < to ? silenceFrom(lastRecordOn, asOf, { end, from, to }) : null;
  const ceiling = Math.max(1, ...points.map(({ counts }) => totalOf(counts)));
  return {
    domain: [from, Math.max(to, end)],
    ceiling,
    steps: [
      { day: from, ...none },
      ...points.map(({ on, counts }) => ({ day: dayNumber(on), ...counts })),
      { day: end, ...last.counts },
    ],
    stipples: points.flatMap((point, index) => stipplesOf(point, points[index - 1]?.counts ?? none)),
    silence,
    lastRecord: silence && {
      label: `${lastRecordOn} 最近记录`,
      anchor: anchorAt((end - from) / (to - from)),
    },
    endLabels: endLabels(last.counts, ceiling),
    ticks: [
      { day: from, label: start.endsWith("-01-01") ? `${start.slice(0, 4)} 年` : start.slice(0, 7) },
      { day: to, label: asOf },
    ],
  };
}

const none: StageCounts = { signed: 0, under_construction: 0, operating: 0 };

/** A day as the number on the chart's axis. */
export function dayNumber(day: IsoDate): DayNumber {
  return daysBetween("1970-01-01", day);
}

/** Something to see before the first change. */
function leadDays(first: IsoDate, asOf: IsoDate): number {
  return Math.max(30, Math.round(daysBetween(first, asOf) * 0.08));
}

function totalOf(counts: StageCounts): number {
  return counts.signed + counts.under_construction + counts.operating;
}

function silenceFrom(
  lastRecordOn: IsoDate,
  asOf: IsoDate,
  { end, from, to }: { end: DayNumber; from: DayNumber; to: DayNumber },
) {
  const hasRoom = (to - end) / (to - from) >= labelledSilenceShare;
  return { from: end, to, label: hasRoom ? `${formatElapsed(lastRecordOn, asOf)}没有记录` : null };
}

/** So that a label in the outer quarters stays inside the drawing. */
function anchorAt(share: number): "start" | "middle" | "end" {
  if (share < 0.25) return "start";
  return share > 0.75 ? "end" : "middle";
}

/** One box per stage that rose above what had been there before. */
function stipplesOf({ from, on, counts }: StageSeries["points"][number], before: StageCounts) {
  if (from === null) return [];
  return stackOrder.flatMap((stage, index) => {
    const reached = stackOrder.slice(0, index + 1);
    const ground = heightOf(counts, stackOrder.slice(0, index));
    const [low, high] = [Math.max(heightOf(before, reached), ground), heightOf(counts, reached)];
    return high > low ? [{ from: dayNumber(from), to: dayNumber(on), low, high, stage }] : [];
  });
}

function heightOf(counts: StageCounts, over: readonly Stage[]): number {
  return over.reduce((sum, stage) => sum + counts[stage], 0);
}

/** In the middle of each band, pushed up where bands are too thin for a line of text. */
function endLabels(counts: StageCounts, ceiling: number): StageChart["endLabels"] {
  const gap = ceiling * labelGapShare;
  let lowest = gap / 2;
  return stackOrder.map((stage, index) => {
    const ground = heightOf(counts, stackOrder.slice(0, index));
    const y = Math.max(ground + counts[stage] / 2, lowest);
    lowest = y + gap;
    return { stage, text: `${stageTileText[stage]} ${counts[stage]}`, y };
  });
}
