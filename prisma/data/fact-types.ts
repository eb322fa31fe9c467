import type { DateRange } from "@/lib/format/date-range";
import type { AgreementKind, OrganizationKind, ProjectType, Stage } from "@/prisma/generated/enums";

/** Which paragraphs of the report say it; with `inferred`, why we read it so although it is not stated. */
export type Cited = { field: string; paragraphs: readonly number[]; inferred?: string };

export type OrganizationFact = {
  slug: string;
  name: string;
  shortName: string;
  kind: OrganizationKind;
  description: string | null;
  aliases: readonly string[];
  cited: readonly Cited[];
};

export type AgreementFact = {
  code: string;
  title: string | null;
  callName: string;
  kind: AgreementKind | null;
  signed: DateRange | null;
  signedPlace: string | null;
  summary: string;
  /** `organization` null: the report does not say who this side is. */
  parties: readonly { organization: string | null; nameInTitle: string; cited: Cited }[];
  cited: readonly Cited[];
};

export type CommitmentFact = {
  indicator: string;
  target: number | null;
  unit: string | null;
  note: string | null;
  isMeasurable?: boolean;
  cited: readonly Cited[];
};

export type MilestoneFact = {
  title: string;
  note: string | null;
  planned: DateRange | null;
  deadlineBasis: "stated" | "inferred" | null;
  cited: readonly Cited[];
};

export type StageFact = { stage: Stage; effective: DateRange; cited: Cited };

export type ProjectFact = {
  code: string;
  name: string;
  shortName: string;
  type: ProjectType;
  summary: string;
  investors: readonly string[];
  agreement: string | null;
  agreementNote: string | null;
  place: string | null;
  stages: readonly StageFact[];
  commitments: readonly CommitmentFact[];
  milestones: readonly MilestoneFact[];
  cited: readonly Cited[];
};

export type FigureFact = {
  subject: { organization: string } | { project: string } | { place: string };
  metric: string;
  value: { amount: bigint; currency: "CNY" | "USD" } | { number: number; unit: string };
  period: DateRange | null;
  isGoal?: boolean;
  note: string | null;
  paragraph: number;
};

export type EventFact = {
  code: string;
  title: string;
  description: string;
  place: string | null;
  held: DateRange;
  agreements: readonly string[];
  cited: readonly Cited[];
};
