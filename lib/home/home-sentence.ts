import type { IsoDate } from "@/lib/format/date-range";
import { formatElapsed } from "@/lib/format/date-words";
import type { Home } from "@/lib/home/home-dto";
import { stages } from "@/lib/project/project-rules";
import { stageTileText } from "@/lib/text/stage-text";

type Told = Pick<
  Home,
  | "total"
  | "stageCounts"
  | "sourceCount"
  | "registeredCount"
  | "newestSourceOn"
  | "newestReportOn"
  | "reportedCount"
  | "unverifiedCount"
>;

/** How many projects there are and where they stand: by the sources alone until somebody has reported. */
export function homeStatement(home: Told): string {
  const { total, stageCounts, newestReportOn } = home;
  if (newestReportOn === null) return statementBySources(home);
  const { signed, under_construction, operating } = stageCounts;
  const now = `已签约（无开工记录）${signed}，在建 ${under_construction}，已投产 ${operating}`;
  return `累计签约 ${total} 个；当前阶段：${now}。`;
}

function statementBySources(home: Told): string {
  const { total, stageCounts, sourceCount, registeredCount, newestSourceOn } = home;
  if (newestSourceOn === null || total === 0) return "还没有登记项目。";
  const isOneReport = sourceCount === 1 && registeredCount === 0;
  const all =
    registeredCount > 0 ? `${sourceCount} 份来源和 ${registeredCount} 份登记材料` : `${sourceCount} 份来源`;
  const source = isOneReport
    ? `据 ${newestSourceOn} 的一篇报道`
    : `据 ${all}，最近一份是 ${newestSourceOn} 的`;
  const counts = stages
    .filter((stage) => stageCounts[stage] > 0)
    .map((stage) => `${stageCounts[stage]} 个${stageTileText[stage]}`);
  return `${source}，登记 ${total} 个项目：${counts.join("，")}。`;
}

/** How old that knowledge is on a day; null when there is none. */
export function homeKnowledge(home: Told, day: IsoDate): string | null {
  const { total, newestSourceOn, newestReportOn, reportedCount, unverifiedCount } = home;
  if (newestReportOn !== null) {
    const open = unverifiedCount > 0 ? `，${unverifiedCount} 个待核实` : "";
    return `最近填报 ${newestReportOn}。${total} 个项目中 ${reportedCount} 个有填报或核实${open}。`;
  }
  if (newestSourceOn === null || total === 0) return null;
  if (unverifiedCount === 0) return "还没有填报。";
  const who = unverifiedCount === total ? "现状待核实" : `${unverifiedCount} 个项目待核实`;
  return `此后 ${formatElapsed(newestSourceOn, day)}没有新记录，${who}。`;
}

/** What the counts by enterprise and stage are as of. */
export function homeMatrixTitle({ newestSourceOn, newestReportOn }: Told): string {
  return newestReportOn === null && newestSourceOn ? `${newestSourceOn} 的情况` : "当前阶段";
}
