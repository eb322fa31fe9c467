import type { DateRange, IsoDate } from "@/lib/format/date-range";
import type { Money } from "@/lib/format/money";
import type { Condition, Stage, Tracking } from "@/lib/project/project-rules";
import type { Citation } from "@/lib/source/citation-dto";
import type { Figure } from "@/lib/source/figure-dto";
import type { evidenceKindText } from "@/lib/text/evidence-text";
import type { projectTypeText } from "@/lib/text/project-text";
import type { changeKindText, registerSubjectText } from "@/lib/text/register-text";
import type { statusAnswerText } from "@/lib/text/status-check-text";

// What anyone may read of a project, in the names of the public API. Instants are ISO 8601 with an offset.

type Enterprise = { slug: string; name: string; shortName: string };
type PlaceName = { slug: string; name: string };

/** The earliest deadline among open milestones. */
export type Due = { range: DateRange; basis: Citation["basis"] };

/** What a row of the register and the project's own page both say. */
export type ProjectFacts = {
  code: string;
  name: string;
  shortName: string;
  type: keyof typeof projectTypeText;
  /** In their order; several make it a joint project. */
  enterprises: Enterprise[];
  place: PlaceName | null;
  agreement: { code: string; callName: string; title: string | null } | null;
  stage: Stage;
  /** Null: no event says when. */
  stageEffective: DateRange | null;
  /** Null: 未核实. */
  condition: Condition | null;
  /** Null: terminated, so that nobody owes reports. */
  tracking: Tracking | null;
  /** 形象进度, 0–100; null: never reported. */
  percent: number | null;
  plannedInvestment: Money | null;
  agreedInvestment: Money | null;
  /** Only what a reviewer cleared for publication; null: nothing so far. */
  arrivedFunds: Money | null;
  completedInvestment: Money | null;
  /** Day of the newest source that is not a report. */
  sourcedOn: IsoDate;
  /** Day of the newest published report or status check; null: none. */
  reportedOn: IsoDate | null;
  due: Due | null;
  milestones: { total: number; done: number };
};

export type ProjectItem = ProjectFacts & {
  /** Fields that are our reading, in the names of the API. */
  inferred: string[];
  /** Where the project is named; null: no source document does, a change of the register named it. */
  source: Citation["source"];
  /** The change that named it; null: a source document does. */
  registerChangeId: number | null;
};

export type PublicProject = Omit<ProjectFacts, "milestones"> & {
  summary: string;
  /** Why the agreement is not known; null when it is. */
  agreementNote: string | null;
  /** Null: 未指定. */
  responsibleUnit: string | null;
  stageEvents: StageRecord[];
  commitments: PublicCommitment[];
  milestones: PublicMilestone[];
  /** The latest 20, newest first. */
  reports: PublicReport[];
  statusChecks: PublicStatusCheck[];
  /** What of the register was registered, changed and corrected; the latest 50, newest first. */
  registerChanges: PublicRegisterChange[];
  figures: Figure[];
  citations: Citation[];
  sources: { slug: string; title: string; printedDate: string; publishedOn: IsoDate }[];
  withdrawals: Withdrawal[];
  corrections: Correction[];
  registeredAt: string;
};

export type StageRecord = {
  stage: Stage;
  effective: DateRange;
  recordedAt: string;
  evidence: string | null;
  reason: string | null;
  reportId: number | null;
  statusCheckId: number | null;
  registerChangeId: number | null;
  citations: Citation[];
};

export type PublicCommitment = {
  indicator: string;
  unit: string | null;
  note: string | null;
  isMeasurable: boolean;
  originalTarget: number | null;
  target: number | null;
  originalDue: DateRange | null;
  due: DateRange | null;
  revisions: (Revision & { target: number | null; due: DateRange | null })[];
  /** The cumulative value of the latest published report; null: never reported. */
  reading: { value: number; period: IsoDate } | null;
  citations: Citation[];
};

export type PublicMilestone = {
  title: string;
  note: string | null;
  planned: DateRange | null;
  /** Null: not adjusted. */
  revised: DateRange | null;
  actual: DateRange | null;
  deadlineBasis: Citation["basis"] | null;
  revisions: (Revision & { from: DateRange | null; to: DateRange })[];
  citations: Citation[];
};

/** A promise was moved; the change that moved it is null where it was before changes were reviewed. */
type Revision = { reason: string; recordedAt: string; registerChangeId: number | null };

export type PublicReport = {
  id: number;
  /** First day of the month that it speaks of. */
  period: IsoDate;
  publishedAt: string;
  summary: string;
  percent: number | null;
  stageChange: { stage: Stage; effective: DateRange } | null;
  conditionChange: Condition | null;
  arrivedFunds: Money | null;
  completedInvestment: Money | null;
  readings: { indicator: string; value: number; unit: string | null }[];
  milestonesMet: { title: string; actual: DateRange }[];
  photos: PublicPhoto[];
  /** The versions that it corrected, newest first; they stay readable. */
  corrected: CorrectedReport[];
};

/** A published report whose place a correction took. */
export type CorrectedReport = {
  id: number;
  publishedAt: string;
  correctedAt: string;
  /** What was wrong with it. */
  reason: string;
  summary: string;
  percent: number | null;
  stageChange: { stage: Stage; effective: DateRange } | null;
  conditionChange: Condition | null;
  arrivedFunds: Money | null;
  completedInvestment: Money | null;
  readings: { indicator: string; value: number; unit: string | null }[];
  milestonesMet: { title: string; actual: DateRange }[];
};

/** A photo of a published report; its addresses are paths of this site. */
export type PublicPhoto = {
  url: string;
  thumbnailUrl: string;
  /** Pixels of the full size. */
  width: number;
  height: number;
  /** What it shows; null: not written. */
  caption: string | null;
};

export type PublicStatusCheck = {
  id: number;
  answer: keyof typeof statusAnswerText;
  effective: DateRange;
  evidenceKind: keyof typeof evidenceKindText;
  evidence: string;
  publishedAt: string;
};

export type PublicRegisterChange = {
  id: number;
  subject: keyof typeof registerSubjectText;
  kind: keyof typeof changeKindText;
  publishedAt: string;
  evidenceKind: keyof typeof evidenceKindText;
  evidence: string;
  evidenceOn: IsoDate;
  /** Null: it needs none, being the first registration. */
  reason: string | null;
};

/** That something was withdrawn, never what it said. */
export type Withdrawal = {
  kind: "report" | "statusCheck" | "registerChange";
  /** The month of a report; null for the others. */
  period: IsoDate | null;
  publishedAt: string;
  withdrawnAt: string;
};

/** That a recorded stage or condition was found wrong; never both. */
export type Correction = {
  stage: Stage | null;
  condition: Condition | null;
  recordedAt: string;
  /** The change of the register that corrected it; null: it went with a report or a check. */
  registerChangeId: number | null;
};
