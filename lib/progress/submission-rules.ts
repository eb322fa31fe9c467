import { addDays, addMonths, type IsoDate } from "@/lib/format/calendar-day";
import { happenedBy } from "@/lib/format/date-range";
import { formatMonth } from "@/lib/format/date-words";
import { type CorrectedReport, correctionRefusals } from "@/lib/progress/correction-rules";
import type { ReportInput } from "@/lib/progress/progress-schema";
import { milestoneField, problemField, readingField } from "@/lib/progress/report-form-rules";
import { type LastPublished, reportRefusals, reportWarnings } from "@/lib/progress/report-rules";
import { firstOfMonth, oldestPeriod } from "@/lib/progress/round-rules";
import { conditionChangeRefusals, overtakenCondition } from "@/lib/project/condition-rules";
import { type Standing, stageChangeRefusals } from "@/lib/project/project-rules";
import type { Refusal } from "@/lib/refusal";

/** What a report is checked against; ordinals are those that the project has. */
export type ReportedProject = {
  standing: Standing;
  /** A published report or status check says where it stands. */
  isVerified: boolean;
  commitments: readonly number[];
  milestones: readonly number[];
  last: LastPublished;
  /** The published report that is corrected; null: none is, or it is not published any more. */
  corrected: CorrectedReport | null;
  closedRounds: readonly { period: IsoDate; reason: string }[];
};

/**
 * Why a report may not be handed in, by the names of the form's fields; empty when it may. What mends or corrects a
 * report that there is already (`isMending`) is about its month, however old or closed.
 */
export function submissionRefusals(
  report: ReportInput,
  project: ReportedProject,
  today: IsoDate,
  { isMending = false }: { isMending?: boolean } = {},
): Refusal[] {
  if (project.standing.condition === "terminated" && project.corrected === null) {
    return [{ field: "period", message: "项目已终止，不再填报。记录有误，请联系审核员更正。" }];
  }
  return [
    ...periodRefusals(report, today),
    ...(isMending ? [] : closedMonthRefusals(report, project, today)),
    ...unchangedRefusals(report, project),
    ...correctionRefusals(report, project),
    ...stageRefusals(report, project, today),
    ...conditionRefusals(report, project, { today, submittedOn: today }),
    ...reportRefusals(content(report, project), today).map(inFormNames),
    ...problemRefusals(report, today),
    ...strangerRefusals(report, project),
  ];
}

/** Why a report may not be published: its project ended before the month that it speaks of. */
export function endedRefusals(
  { period }: Pick<ReportInput, "period">,
  { standing }: Pick<ReportedProject, "standing">,
): Refusal[] {
  const { condition, conditionOn } = standing;
  if (condition !== "terminated" || conditionOn === null || period <= conditionOn) return [];
  return [{ field: "period", message: `项目已在 ${conditionOn} 终止，之后的月份不再有填报。` }];
}

/** What author and reviewer should look at twice, by the names of the form's fields. */
export function submissionWarnings(report: ReportInput, project: ReportedProject): Refusal[] {
  return reportWarnings(content(report, project), project.last).map(inFormNames);
}

/** Why the change of stage in a report may not be made now; its fields are those of the form. */
export function stageRefusals(
  report: Pick<ReportInput, "newStage" | "stageOn" | "stageEvidence" | "stageReason"> & {
    startsByText?: boolean;
  },
  { standing, corrected }: Pick<ReportedProject, "standing" | "corrected">,
  today: IsoDate,
): Refusal[] {
  if (report.newStage === null) return [];
  const change = {
    to: report.newStage,
    effective: report.stageOn,
    hasEvidence: report.stageEvidence !== null,
    reason: report.stageReason,
  };
  const names = report.startsByText ? namesByText : namesByStage;
  const late = corrected?.stage === report.newStage ? endedBeforeStage(change.effective, standing) : null;
  if (late !== null) return [{ field: names.effective, message: late }];
  // A stage that was reached before the end is not reached now, when its report is corrected.
  const from = corrected?.stage === report.newStage ? { ...standing, condition: null } : standing;
  return stageChangeRefusals(from, change, today).map(({ field, message }) => ({
    field: names[field],
    message,
  }));
}

function endedBeforeStage(on: ReportInput["stageOn"], { condition, conditionOn }: Standing): string | null {
  if (condition !== "terminated" || conditionOn === null || on === null) return null;
  return happenedBy(on, conditionOn) ? null : `日期晚于项目终止的 ${conditionOn}，请核对这两个日期。`;
}

/** Why the change of condition in a report may not be made now; its fields are those of the form. */
export function conditionRefusals(
  report: Pick<ReportInput, "period" | "newCondition" | "conditionReason" | "conditionReviewOn">,
  { standing }: Pick<ReportedProject, "standing">,
  { today, submittedOn }: { today: IsoDate; submittedOn: IsoDate },
): Refusal[] {
  if (report.newCondition === null) return [];
  const overtaken = overtakenCondition(conditionDay(report.period, submittedOn), standing.conditionOn);
  if (overtaken !== null) return [{ field: "newCondition", message: overtaken }];
  const change = {
    to: report.newCondition,
    reason: report.conditionReason,
    reviewOn: report.conditionReviewOn,
  };
  const names = { to: "newCondition", reason: "conditionReason", reviewOn: "conditionReviewOn" };
  return conditionChangeRefusals(standing.condition, change, today).map(({ field, message }) => ({
    field: names[field],
    message,
  }));
}

/** A report speaks of its month, and of no day after it was handed in; publishing writes the same. */
function conditionDay(period: IsoDate, submittedOn: IsoDate): IsoDate {
  const endOfMonth = addDays(addMonths(period, 1), -1);
  return endOfMonth < submittedOn ? endOfMonth : submittedOn;
}

const namesByStage = {
  to: "newStage",
  effective: "stageOn",
  evidence: "stageEvidence",
  reason: "stageReason",
};
const namesByText = { to: "newStage", effective: "startedOn", evidence: "startEvidence", reason: "note" };

function periodRefusals({ period }: ReportInput, today: IsoDate): Refusal[] {
  if (period <= firstOfMonth(today)) return [];
  return [
    { field: "period", message: `${formatMonth(period)}还没到。请选 ${formatMonth(today)}或更早的月份。` },
  ];
}

function closedMonthRefusals(
  { period }: ReportInput,
  { closedRounds }: ReportedProject,
  today: IsoDate,
): Refusal[] {
  const oldest = oldestPeriod(today);
  if (period < oldest) {
    const message = `${formatMonth(period)}太早，只收 ${formatMonth(oldest)}以后的填报。请选以后的月份；更早的情况写进本期进展。`;
    return [{ field: "period", message }];
  }
  const closed = closedRounds.find((round) => round.period === period);
  return closed ? [{ field: "period", message: closedRoundMessage(period, closed.reason) }] : [];
}

/** What to do about a month whose round is closed. */
export function closedRoundMessage(period: IsoDate, reason: string): string {
  return `${formatMonth(period)}调度已关闭（${reason}），不再收新的填报。要补报，请审核员重新开放。`;
}

/** Nothing can be unchanged where nothing was ever verified. */
function unchangedRefusals({ isUnchanged }: ReportInput, { isVerified }: ReportedProject): Refusal[] {
  if (!isUnchanged || isVerified) return [];
  const message = "还没有已发布的填报或核实，没有可比的上期。请写本期进展，或先核实现状。";
  return [{ field: "unchanged", message }];
}

function problemRefusals({ problem }: ReportInput, today: IsoDate): Refusal[] {
  return Object.entries(problem).flatMap(([row, { raisedOn, resolvedOn }]) => [
    ...futureRefusal(problemField(Number(row), "raisedOn"), "提出日", raisedOn, today),
    ...futureRefusal(problemField(Number(row), "resolvedOn"), "解决日", resolvedOn, today),
  ]);
}

function futureRefusal(field: string, name: string, day: IsoDate | null, today: IsoDate): Refusal[] {
  if (day === null || day <= today) return [];
  return [{ field, message: `${name} ${day} 晚于今天 ${today}。请填已经发生的日期，或清空。` }];
}

/** The form shows what the project has; anything else comes from a page that is out of date. */
function strangerRefusals(report: ReportInput, { commitments, milestones }: ReportedProject): Refusal[] {
  const readings = Object.keys(report.reading).filter((ordinal) => !commitments.includes(Number(ordinal)));
  const completions = Object.keys(report.milestone).filter(
    (ordinal) => !milestones.includes(Number(ordinal)),
  );
  return [...readings.map(Number).map(readingField), ...completions.map(Number).map(milestoneField)].map(
    (field) => ({ field, message: "项目里没有这一项了，请刷新页面再填。" }),
  );
}

function content(report: ReportInput, { standing }: ReportedProject) {
  return {
    stage: standing.stage,
    changesStage: report.newStage !== null,
    // Whether the day itself is fit is asked where the stage changes.
    startedOn: null,
    stageNote: report.note,
    summary: report.summary,
    percent: report.percent,
    arrivedYuan: report.arrivedFunds,
    completedYuan: report.completedInvestment,
    readings: Object.entries(report.reading).map(([ordinal, value]) => ({
      commitment: ordinal,
      value,
      note: null,
    })),
    milestones: Object.entries(report.milestone).map(([ordinal, actual]) => ({ code: ordinal, actual })),
  };
}

/** A refusal of the report rules under the name of its input. */
export function inFormNames({ field, message }: Refusal): Refusal {
  const [group, ordinal] = field.split(":");
  if (group === "reading") return { field: readingField(Number(ordinal)), message };
  if (group === "milestone") return { field: milestoneField(Number(ordinal)), message };
  return { field: formNames[field] ?? field, message };
}

const formNames: Partial<Record<string, string>> = {
  arrivedYuan: "arrivedFunds",
  completedYuan: "completedInvestment",
};
