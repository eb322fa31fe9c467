import type { AgreementPromise, StageCounts } from "@/lib/agreement/agreement-dto";
import type { DateRange, IsoDate } from "@/lib/format/date-range";
import type { EnterpriseFacts } from "@/lib/organization/organization-dto";
import type { Stage } from "@/lib/project/project-rules";
import type { Citation } from "@/lib/source/citation-dto";
import type { Figure } from "@/lib/source/figure-dto";

/** All that the home page says of the register. */
export type Home = {
  /** Projects of the register: 累计签约. */
  total: number;
  stageCounts: StageCounts;
  /** Projects with a published report or status check. */
  reportedCount: number;
  /** 待核实: never reported, and their source is older than three months. */
  unverifiedCount: number;
  sourceCount: number;
  /** Projects that no source document brought, but a reviewed registration. */
  registeredCount: number;
  /** Of a source document, or of what a registration rests on. Null: nothing is registered yet. */
  newestSourceOn: IsoDate | null;
  /** Null: nobody has reported yet. */
  newestReportOn: IsoDate | null;
  /** Up to 12 sets of enterprises, those with the most projects. */
  enterpriseSets: EnterpriseSet[];
  promises: AgreementPromise[];
  enterprises: EnterpriseFacts[];
  /** Whether there are more enterprises with projects than listed. */
  hasMoreEnterprises: boolean;
  records: HomeRecord[];
};

/** Projects that the same enterprises carry together. */
export type EnterpriseSet = {
  enterprises: { slug: string; shortName: string }[];
  count: number;
  cells: Record<Stage, { count: number; projects: ProjectName[] }>;
};

/** All projects of a cell, or none when there are more than 20. */
export type ProjectName = { code: string; name: string; shortName: string };

/** Something of which the register knows when it happened. */
export type HomeRecord = { on: DateRange } & (
  | {
      kind: "event";
      title: string;
      description: string;
      agreements: { code: string; callName: string }[];
      citations: Citation[];
    }
  /** Registered by a change; what a source tells of signing is an event. */
  | { kind: "agreement"; code: string; name: string; parties: string[] }
  | { kind: "stage"; project: { code: string; name: string }; stages: Stage[]; citations: Citation[] }
  | { kind: "figures"; subject: FigureSubject; figures: Figure[] }
);

export type FigureSubject = {
  name: string;
  /** Null: not a project. */
  projectCode: string | null;
  /** Null: not an enterprise. */
  enterpriseSlug: string | null;
};
