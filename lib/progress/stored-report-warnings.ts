import { reportWarnings } from "@/lib/progress/report-rules";
import type { ReviewItemDto } from "@/lib/progress/review-queries";
import { inFormNames } from "@/lib/progress/submission-rules";
import type { Refusal } from "@/lib/refusal";

/** What a reviewer should look at twice, by the names of the form's fields. */
export function storedReportWarnings({ content, before, project, commitments }: ReviewItemDto): Refusal[] {
  const yuan = (amount: string | null | undefined) => (amount ? BigInt(amount) : null);
  const known = commitments.flatMap(({ ordinal, last }) =>
    last === null ? [] : [[String(ordinal), last] as const],
  );
  return reportWarnings(
    {
      stage: project.stage,
      changesStage: content.newStage !== null,
      startedOn: null,
      stageNote: content.note,
      summary: content.summary,
      percent: content.percent,
      arrivedYuan: yuan(content.arrivedFunds),
      completedYuan: yuan(content.completedInvestment),
      readings: content.readings.map(({ ordinal, value }) => ({
        commitment: String(ordinal),
        value,
        note: null,
      })),
      milestones: [],
    },
    {
      arrivedYuan: yuan(before?.arrivedFunds),
      completedYuan: yuan(before?.completedInvestment),
      readings: new Map(known),
    },
  ).map(inFormNames);
}
