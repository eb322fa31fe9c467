import type { DateRange, IsoDate } from "@/lib/format/date-range";
import type { Money } from "@/lib/format/money";
import type { Citation } from "@/lib/source/citation-dto";
import type { agreementKindText } from "@/lib/text/agreement-text";
import type { organizationKindText } from "@/lib/text/organization-text";
import type { stageText } from "@/lib/text/stage-text";

// What anyone may read of an agreement, in the names of the public API.

type Stage = keyof typeof stageText;
export type StageCounts = Record<Stage, number>;

/** What a row of the list and the agreement's own page both say. */
export type AgreementFacts = {
  code: string;
  /** Null: the source does not state a title. */
  title: string | null;
  /** What to call it by when there is no title; our words. */
  callName: string;
  /** Null: not stated. */
  kind: keyof typeof agreementKindText | null;
  parties: AgreementParty[];
  /** Null: not stated. */
  signed: DateRange | null;
  signedPlace: string | null;
  agreedInvestment: Money | null;
  projectCount: number;
  stageCounts: StageCounts;
  citations: Citation[];
};

export type AgreementParty = {
  /** Null: the source does not say who this side is. */
  organization: { slug: string; shortName: string; kind: keyof typeof organizationKindText } | null;
  /** The name as the title has it. */
  nameInTitle: string;
  citations: Citation[];
};

export type AgreementItem = AgreementFacts & {
  /** Promises whose deadline has passed without a record that they were met. */
  passedPromises: number;
};

export type PublicAgreement = AgreementFacts & {
  summary: string;
  /** At most 200; `projectCount` counts them all. */
  projects: AgreementProject[];
  promises: AgreementPromise[];
  events: AgreementEvent[];
  /** Units that answer for its projects now; empty: 未指定. */
  responsibleUnits: string[];
  /** Newest day of a source or of the evidence of a registration; null: none. */
  sourcedOn: IsoDate | null;
  registeredAt: string;
};

export type AgreementProject = {
  code: string;
  name: string;
  stage: Stage;
  /** The earliest deadline among open milestones. */
  due: { range: DateRange; basis: Citation["basis"]; isPast: boolean } | null;
  sourcedOn: IsoDate;
  /** Day of the newest published report or status check; null: none. */
  reportedOn: IsoDate | null;
  lastRecordOn: IsoDate;
  /** From where we know that the project belongs to this agreement. */
  citations: Citation[];
};

/** A milestone or a commitment of a project. */
export type AgreementPromise = {
  kind: "milestone" | "commitment";
  project: { code: string; name: string };
  /** The milestone's title, or the commitment's indicator. */
  title: string;
  note: string | null;
  /** Null: not stated, or a milestone. */
  target: number | null;
  unit: string | null;
  /** The deadline as it stands now; null: none is stated. */
  due: DateRange | null;
  /** As it was promised first; the same unless it is revised. */
  originalDue: DateRange | null;
  isRevised: boolean;
  /** When a milestone was met; null: no record says so. */
  actual: DateRange | null;
  /** Whether anything was published about the project since its source. */
  isReported: boolean;
  citations: Citation[];
};

export type AgreementEvent = {
  code: string;
  title: string;
  description: string;
  place: string | null;
  held: DateRange;
  /** The other agreements of the same event. */
  others: { code: string; callName: string }[];
  citations: Citation[];
};
