import type { DateRange, IsoDate } from "@/lib/format/date-range";
import type { LightReason } from "@/lib/milestone/light-rules";
import type { problemCategoryText } from "@/lib/text/problem-text";

type ShortProject = { code: string; shortName: string };

/** A project under its light; `dueOn` is its next stated deadline. */
export type LitProject = ShortProject & { overdueDays: number | null; dueOn: IsoDate | null };

/** The first few of each reason, the worst first. */
export type LightBoard = Record<LightReason, { count: number; projects: LitProject[] }>;

export type LateMilestone = {
  project: { code: string; name: string };
  title: string;
  overdueDays: number;
  planned: DateRange | null;
  /** Null: never moved. */
  revised: { to: DateRange; on: IsoDate } | null;
  /** Null: not assigned. */
  unit: string | null;
};

/** Projects of one unit from which nothing was heard for too long (断报). */
export type SilentUnit = { unit: string | null; projects: number; lastRecordOn: IsoDate };

export type OpenProblem = {
  category: keyof typeof problemCategoryText;
  text: string;
  raisedOn: IsoDate;
  project: ShortProject;
};

/** What one department must see to; its oldest problems. */
export type DepartmentProblems = {
  department: string;
  count: number;
  oldestOn: IsoDate;
  rows: OpenProblem[];
};

/** A list that is cut off, and how many there are. */
export type Cut<Row> = { count: number; rows: Row[] };

/** What officials and staff see besides. */
export type InternalDashboard = {
  lights: LightBoard;
  late: Cut<LateMilestone> & { units: (string | null)[] };
  lapsed: (ShortProject & { lastRecordOn: IsoDate })[];
  silent: SilentUnit[];
  /** The departments with the most first. */
  problems: { count: number; departments: DepartmentProblems[] };
  pendingReviews: number;
};
