import type { IsoDate } from "@/lib/format/calendar-day";
import { isSilent } from "@/lib/kpi/chart-sentence";
import type { Dashboard } from "@/lib/kpi/dashboard-dto";
import type { InternalDashboard } from "@/lib/kpi/internal-dto";
import type { PublicStats } from "@/lib/kpi/kpi-dto";
import { missingText } from "@/lib/text/missing-text";
import { passedWithoutRecordText } from "@/lib/text/site-text";

/** The first thing to read on the dashboard; late is what officials alone are told, and the only one in red. */
export type Answer = { text: string; isLate: boolean };

/** What the whole register comes to, in one sentence. */
export function answerOf(
  stats: PublicStats,
  dashboard: Pick<Dashboard, "unassigned">,
  internal: Pick<InternalDashboard, "late" | "lights"> | null,
): Answer {
  const { total, tracking } = stats;
  if (total === 0) return calm(`到 ${stats.asOf} 没有签约的项目。`);
  const unassigned = dashboard.unassigned > 0 ? `责任单位未指定 ${dashboard.unassigned} 个。` : "";
  if (tracking.unverified === total) {
    return calm(`${total} 个项目都待核实（${verifiedWords(stats)}）。${unassigned}`);
  }
  if (internal) return latenessAnswer(internal);
  const gaps = [
    tracking.unverified > 0 && `待核实 ${tracking.unverified} 个`,
    tracking.lapsed > 0 && `断报 ${tracking.lapsed} 个`,
  ].filter(Boolean);
  const found = gaps.length > 0 ? gaps.join("，") : `跟踪中 ${tracking.tracked} 个`;
  return calm(`${total} 个项目，已核实 ${verifiedWords(stats)}，${found}。`);
}

function latenessAnswer({ late, lights }: Pick<InternalDashboard, "late" | "lights">): Answer {
  const projects = lights.late.count + lights.very_late.count;
  if (projects === 0) return calm("没有滞后的项目。");
  const days = late.rows[0]?.overdueDays ?? 0;
  const units = late.units.map((unit) => unit ?? missingText.unassigned).join("、");
  return { text: `${projects} 个项目滞后，最长 ${days} 天，责任单位${units}。`, isLate: true };
}

function calm(text: string): Answer {
  return { text, isLate: false };
}

/** 累计签约, and the current stages that it is made of. */
export function stagesSentence({ total, stages, tracking, conditions }: PublicStats): string {
  const ended = conditions.terminated > 0 ? `，已终止 ${conditions.terminated}` : "";
  const heard =
    tracking.unverified === total
      ? ""
      : `跟踪中 ${tracking.tracked}，断报 ${tracking.lapsed}，待核实 ${tracking.unverified}${ended}。`;
  return `累计签约 ${total} 个；当前阶段：已签约（无开工记录）${stages.signed}，在建 ${stages.under_construction}，已投产 ${stages.operating}。${heard}`;
}

/** What is not known any more; null when records are fresh and no deadline has passed in silence. */
export function silenceSentence(
  { series, passedInSilence }: Pick<Dashboard, "series" | "passedInSilence">,
  asOf: IsoDate,
): string | null {
  const sentences = [
    isSilent(series.lastRecordOn, asOf) && `${series.lastRecordOn} 以后没有记录。`,
    passedInSilence > 0 && `${passedInSilence} 个项目${passedWithoutRecordText}，不等于没有办成。`,
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join("") : null;
}

/** 0/14: how many of all somebody has verified. */
function verifiedWords({ total, kpis }: PublicStats): string {
  return `${total - kpis.startRate.unverified}/${total}`;
}
