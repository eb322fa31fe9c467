import type { DateRange, IsoDate } from "@/lib/format/date-range";
import { formatDateRange, formatMonth } from "@/lib/format/date-words";
import { formatNumber } from "@/lib/format/number";
import { shanghaiDay } from "@/lib/format/shanghai-time";
import type { Citation } from "@/lib/source/citation-dto";
import { conditionText } from "@/lib/text/condition-text";
import { missingText } from "@/lib/text/missing-text";
import { stageText } from "@/lib/text/stage-text";
import { statusAnswerText } from "@/lib/text/status-check-text";
import type {
  Correction,
  PublicCommitment,
  PublicMilestone,
  PublicProject,
  PublicReport,
  Withdrawal,
} from "./project-dto";

export type ProjectChange = {
  on: IsoDate;
  sentence: string;
  citations: readonly Citation[];
};

/**
 * What happened to the record of a project, newest first: the trace that publishing and mending leave. Changes of the
 * register tell of themselves, each with what stood before.
 */
export function projectChanges(project: PublicProject): ProjectChange[] {
  const isOwn = ({ registerChangeId }: { registerChangeId: number | null }) => registerChangeId === null;
  const changes = [
    ...project.withdrawals
      .filter(({ kind }) => kind !== "registerChange")
      .map((withdrawal) => change(withdrawal.withdrawnAt, withdrawalSentence(withdrawal))),
    ...project.corrections
      .filter(isOwn)
      .map((correction) => change(correction.recordedAt, correctionSentence(correction))),
    ...project.reports.flatMap(reportChanges),
    ...project.statusChecks.map(({ publishedAt, answer }) =>
      change(publishedAt, `发布现状核实：${statusAnswerText[answer]}。`),
    ),
    ...project.milestones.flatMap(milestoneChanges),
    ...project.commitments.flatMap(commitmentChanges),
    ...firstRegistration(project),
  ];
  return changes.sort((a, b) => b.on.localeCompare(a.on));
}

function change(at: string, sentence: string, citations: readonly Citation[] = []): ProjectChange {
  return { on: shanghaiDay(new Date(at)), sentence, citations };
}

/** By a source document; one that was registered by a change has it among its changes. */
function firstRegistration({ registerChanges, sources, registeredAt, citations }: PublicProject) {
  if (registerChanges.some(({ kind }) => kind === "creation")) return [];
  const [first] = sources;
  const sentence = first ? `首次登记，依据 ${first.publishedOn} 的报道。` : "首次登记。";
  const named = citations.filter(({ field, source }) => field === "name" && source !== null);
  return [change(registeredAt, sentence, named)];
}

function reportChanges({ publishedAt, period, corrected }: PublicReport): ProjectChange[] {
  const month = formatMonth(period);
  const first = corrected.at(-1)?.publishedAt ?? publishedAt;
  return [
    ...corrected.map(({ correctedAt, reason }) =>
      change(correctedAt, `更正 ${month}的进展填报。原因：${reason}`),
    ),
    change(first, `发布 ${month}的进展填报。`),
  ];
}

function milestoneChanges({ title, revisions }: PublicMilestone): ProjectChange[] {
  return revisions
    .filter(({ registerChangeId }) => registerChangeId === null)
    .map(({ from, to, reason, recordedAt }) =>
      change(recordedAt, `节点“${title}”的时限由${dateWords(from)}改为${dateWords(to)}。原因：${reason}`),
    );
}

function commitmentChanges(commitment: PublicCommitment): ProjectChange[] {
  const { indicator, revisions, originalTarget, originalDue } = commitment;
  return revisions.flatMap((revision, index) => {
    if (revision.registerChangeId !== null) return [];
    const before = revisions[index - 1] ?? { target: originalTarget, due: originalDue };
    const moves = [
      before.target !== revision.target &&
        `目标值由${targetWords(before.target, commitment)}改为${targetWords(revision.target, commitment)}`,
      before.due?.to !== revision.due?.to && `时限由${dateWords(before.due)}改为${dateWords(revision.due)}`,
    ].filter((move) => move !== false);
    return change(
      revision.recordedAt,
      `承诺事项“${indicator}”的${moves.join("，")}。原因：${revision.reason}`,
    );
  });
}

function withdrawalSentence({ period }: Withdrawal): string {
  const what = period ? ` ${formatMonth(period)}的进展填报` : "一份现状核实";
  return `撤回${what}，内容不再显示。`;
}

function correctionSentence({ stage, condition }: Correction): string {
  if (stage) return `更正阶段：原来记录的“${stageText[stage]}”有误，已作废。`;
  if (condition) return `更正状况：原来记录的“${conditionText[condition]}”有误，已作废。`;
  return "更正一条记录。";
}

function targetWords(target: number | null, { unit }: PublicCommitment): string {
  return target === null ? missingText.not_stated : ` ${formatNumber(target)} ${unit ?? ""}`;
}

function dateWords(range: DateRange | null): string {
  return range === null ? missingText.not_stated : ` ${formatDateRange(range)}`;
}
