import type { PublicAgreement } from "@/lib/agreement/agreement-dto";
import { formatDateRange } from "@/lib/format/date-words";
import { formatStageCounts } from "@/lib/format/stage-counts";
import { inferredReason } from "@/lib/source/citation-rules";

/** When it was signed, how many projects it has and where they stand, in one breath. */
export function agreementSentence(agreement: PublicAgreement): string {
  const { signed, projectCount, stageCounts, projects } = agreement;
  const signing = signed ? `${formatDateRange(signed)} 签订` : "签订日期来源未载明";
  if (projectCount === 0) return `${signing}；没有登记项目。`;
  const reads = sharedInference(agreement) === null ? "有" : "推断有";
  const isReported = projects.some(({ reportedOn }) => reportedOn !== null);
  const after = isReported ? "" : "，此后没有记录，现状待核实";
  return `${signing}；${reads} ${projectCount} 个项目，${formatStageCounts(stageCounts)}${after}。`;
}

/** Why we read every project as part of it; null when a source states at least one. */
export function sharedInference({ projects }: Pick<PublicAgreement, "projects">): string | null {
  const reasons = projects.map(({ citations }) => inferredReason(citations, "agreement"));
  return reasons.includes(null) ? null : (reasons[0] ?? null);
}
