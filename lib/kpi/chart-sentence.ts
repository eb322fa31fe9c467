import { type IsoDate, wholeMonthsBetween } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import type { Dashboard, StageSeries } from "@/lib/kpi/dashboard-dto";
import type { PublicStats } from "@/lib/kpi/kpi-dto";
import type { StageCounts } from "@/lib/kpi/kpi-rules";
import { passedWithoutCompletionText } from "@/lib/text/site-text";

const silentAfterMonths = 3;

/** Whether nothing has been recorded for so long that the counts describe the last record, not the day. */
export function isSilent(lastRecordOn: IsoDate | null, asOf: IsoDate): lastRecordOn is IsoDate {
  return lastRecordOn !== null && wholeMonthsBetween(lastRecordOn, asOf) >= silentAfterMonths;
}

/** The finding of the stages over time. */
export function stageSeriesCaption({ points, lastRecordOn }: StageSeries, asOf: IsoDate): string {
  const last = points.at(-1);
  if (!last) return `到 ${asOf} 没有签约的项目`;
  if (isSilent(lastRecordOn, asOf)) return `记录到 ${lastRecordOn} 为止，此后没有记录`;
  const firstStart = points.find(({ counts }) => counts.under_construction > 0);
  const { signed, under_construction, operating } = last.counts;
  if (!firstStart) return `到 ${asOf}，已签约 ${signed} 个，已投产 ${operating} 个，没有开工记录`;
  return `${formatMonth(firstStart.on)}起陆续开工，现在在建 ${under_construction} 个，已投产 ${operating} 个`;
}

/** The finding of enterprises × stages. */
export function matrixCaption(stages: StageCounts, lastRecordOn: IsoDate | null, asOf: IsoDate): string {
  const started = stages.under_construction + stages.operating;
  if (stages.signed + started === 0) return `到 ${asOf} 没有签约的项目`;
  if (isSilent(lastRecordOn, asOf)) return `${lastRecordOn} 的情况：${stageWords(stages)}`;
  if (started === 0) return `${stages.signed} 个项目都还没有开工记录`;
  if (stages.under_construction === 0) return `到 ${asOf}，${stageWords(stages)}`;
  return `${started} 个项目已开工，其中 ${stages.operating} 个已投产`;
}

/** The finding of projects by place. */
export function placeCaption(byPlace: PublicStats["byPlace"]): string {
  const named = byPlace.filter(({ place }) => place !== null);
  const most = named.reduce<(typeof named)[number] | null>(
    (best, row) => (best === null || row.count > best.count ? row : best),
    null,
  );
  const unstated = byPlace.find(({ place }) => place === null)?.count ?? 0;
  const left = unstated > 0 ? `，${unstated} 个来源未载明落户地` : "";
  if (!most?.place) return unstated > 0 ? `${unstated} 个项目来源都未载明落户地` : "没有签约的项目";
  if (named.length === 1) return `${most.count} 个项目落户${most.place.name}${left}`;
  return `落户${most.place.name}的最多，${most.count} 个${left}`;
}

/** The finding of what was promised by when. */
export function promisesCaption({ years, undated }: Dashboard["promises"], asOf: IsoDate): string {
  const sum = (of: "met" | "passed" | "upcoming") => years.reduce((total, year) => total + year[of], 0);
  const [met, passed, upcoming] = [sum("met"), sum("passed"), sum("upcoming")];
  const dated = met + passed + upcoming;
  if (dated === 0) return undated === 0 ? "没有承诺事项和节点" : `${undated} 项都没有写明时限`;
  if (passed === dated) return `有时限的 ${dated} 项到 ${asOf} 都已过时限，没有完成记录`;
  if (upcoming === dated) return `有时限的 ${dated} 项到 ${asOf} 都未到时限`;
  return `有时限的 ${dated} 项：完成 ${met}，${passedWithoutCompletionText} ${passed}，未到时限 ${upcoming}`;
}

function stageWords({ signed, under_construction, operating }: StageCounts): string {
  const building = under_construction > 0 ? `，${under_construction} 个在建` : "";
  return `${signed} 个已签约${building}，${operating} 个已投产`;
}
