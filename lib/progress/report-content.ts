import type { IsoDate } from "@/lib/format/calendar-day";
import type { DateRange } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";
import { formatWanInput } from "@/lib/format/money";
import type { ProblemCategory, ReportInput } from "@/lib/progress/progress-schema";
import { milestoneField, problemField, readingField } from "@/lib/progress/report-form-rules";
import type { Condition, Stage } from "@/lib/project/project-rules";
import type { KeptValues } from "@/lib/result";

/** A row of 问题清单 as stored. */
export type ProblemContent = {
  /** Empty: it gets one when it is stored. */
  key: string;
  category: ProblemCategory;
  department: string;
  text: string;
  raisedOn: IsoDate;
  resolvedOn: IsoDate | null;
};

/** What a stored report says; money in whole yuan as digits. */
export type ReportContentDto = {
  period: IsoDate;
  /** 本期无变化; its summary says so. */
  isUnchanged: boolean;
  summary: string;
  nextSteps: string | null;
  percent: number | null;
  arrivedFunds: string | null;
  completedInvestment: string | null;
  newStage: Stage | null;
  stageOn: DateRange | null;
  stageEvidence: string | null;
  stageReason: string | null;
  newCondition: Condition | null;
  conditionReason: string | null;
  conditionReviewOn: IsoDate | null;
  note: string | null;
  correctionReason: string | null;
  readings: { ordinal: number; value: number }[];
  completions: { ordinal: number; actual: DateRange }[];
  problems: ProblemContent[];
};

/** A report that was read from the form, as it will be stored. */
export function contentOf(report: ReportInput): ReportContentDto {
  const {
    reading,
    milestone,
    problem,
    arrivedFunds,
    completedInvestment,
    startsByText: _how,
    ...plain
  } = report;
  return {
    ...plain,
    arrivedFunds: arrivedFunds?.toString() ?? null,
    completedInvestment: completedInvestment?.toString() ?? null,
    readings: Object.entries(reading).flatMap(([ordinal, value]) =>
      value === null ? [] : [{ ordinal: Number(ordinal), value }],
    ),
    completions: Object.entries(milestone).flatMap(([ordinal, actual]) =>
      actual === null ? [] : [{ ordinal: Number(ordinal), actual }],
    ),
    problems: Object.values(problem).map((row) => ({ ...row, key: row.key ?? "" })),
  };
}

/** A stored report as the form shows it, for its author to mend. */
export function formValues(report: ReportContentDto): KeptValues {
  const plain = {
    period: report.period.slice(0, 7),
    unchanged: report.isUnchanged ? "yes" : "",
    summary: report.isUnchanged ? "" : report.summary,
    nextSteps: report.nextSteps,
    percent: report.percent?.toString(),
    ...moneyValues(report),
    newStage: report.newStage,
    stageOn: report.stageOn && formatDateRange(report.stageOn),
    stageEvidence: report.stageEvidence,
    stageReason: report.stageReason,
    newCondition: report.newCondition,
    conditionReason: report.conditionReason,
    conditionReviewOn: report.conditionReviewOn,
    note: report.note,
    correctionReason: report.correctionReason,
  };
  const completions = report.completions.map(({ ordinal, actual }) => [
    milestoneField(ordinal),
    formatDateRange(actual),
  ]);
  return {
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, value ?? ""])),
    ...readingValues(report),
    ...Object.fromEntries(completions),
    ...problemValues(report.problems),
  };
}

/** What 沿用上期 takes over: the running totals, which stay as they were until they grow, and what is to come. */
export function carriedValues(last: ReportContentDto): Record<string, string> {
  const { percent, nextSteps } = last;
  const values = { ...moneyValues(last), percent: percent?.toString(), nextSteps, ...readingValues(last) };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/** Fills in what stands empty. */
export function withCarried(values: KeptValues, carried: Record<string, string>): KeptValues {
  const missing = Object.entries(carried).filter(([name]) => !String(values[name] ?? "").trim());
  return { ...values, ...Object.fromEntries(missing) };
}

/** Problems as rows of the form, in their order, from a row on. */
export function problemValues(problems: readonly ProblemContent[], firstRow = 0): KeptValues {
  return Object.fromEntries(
    problems.flatMap(({ key, category, department, text, raisedOn, resolvedOn }, index) => {
      const row = firstRow + index;
      return [
        [problemField(row, "key"), key],
        [problemField(row, "category"), category],
        [problemField(row, "department"), department],
        [problemField(row, "text"), text],
        [problemField(row, "raisedOn"), raisedOn],
        [problemField(row, "resolvedOn"), resolvedOn ?? ""],
      ];
    }),
  );
}

function moneyValues({ arrivedFunds, completedInvestment }: ReportContentDto) {
  return {
    arrivedFunds: arrivedFunds && formatWanInput(arrivedFunds),
    completedInvestment: completedInvestment && formatWanInput(completedInvestment),
  };
}

function readingValues({ readings }: ReportContentDto): Record<string, string> {
  return Object.fromEntries(readings.map(({ ordinal, value }) => [readingField(ordinal), String(value)]));
}
