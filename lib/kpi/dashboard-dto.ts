import type { DateRange, IsoDate } from "@/lib/format/date-range";
import type { EnterpriseName } from "@/lib/kpi/kpi-dto";
import type { StageCounts } from "@/lib/kpi/kpi-rules";
import type { Stage } from "@/lib/project/project-rules";

export type ProjectName = { code: string; name: string; shortName: string };

export type MatrixGroup = {
  enterprises: EnterpriseName[];
  count: number;
  /** The projects' names; none when there are more than can be read. */
  cells: Record<Stage, { count: number; projects: ProjectName[] }>;
};

/** The counts at the end of a day on which they changed. */
export type StagePoint = {
  /** Before the day when a change is known only to lie in this range. */
  from: IsoDate | null;
  on: IsoDate;
  counts: StageCounts;
};

/** Ends at `lastRecordOn`; nothing is known after it. */
export type StageSeries = { points: StagePoint[]; lastRecordOn: IsoDate | null };

export type UnverifiedProject = ProjectName & {
  stage: Stage;
  /** The earliest open deadline; null: none is stated, or nothing is open. */
  due: DateRange | null;
  isDueInferred: boolean;
  hasOpenMilestone: boolean;
  /** Of its sources; there is no report. Null: the source is of a later day than the one asked for. */
  newestRecordOn: IsoDate | null;
  /** The responsible unit; null: not assigned. */
  unit: string | null;
  source: { slug: string; publishedOn: IsoDate; paragraph: number } | null;
};

/** Commitments and milestones whose deadline lies in a year. */
export type PromiseYear = { year: number; met: number; passed: number; upcoming: number };

/** Further published figures of the dashboard; the counts are those of `PublicStats`. */
export type Dashboard = {
  matrix: { groups: MatrixGroup[]; hidden: { groups: number; projects: number } };
  series: StageSeries;
  unverified: UnverifiedProject[];
  unassigned: number;
  /** Projects with a deadline that has passed and no record after it. */
  passedInSilence: number;
  promises: { years: PromiseYear[]; undated: number };
  sources: { newestOn: IsoDate | null; count: number };
  newestReportOn: IsoDate | null;
};
