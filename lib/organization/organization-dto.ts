import type { DateRange, IsoDate } from "@/lib/format/date-range";
import type { Citation } from "@/lib/source/citation-dto";
import type { Figure } from "@/lib/source/figure-dto";
import type { agreementKindText } from "@/lib/text/agreement-text";
import type { stageText } from "@/lib/text/stage-text";

type Stage = keyof typeof stageText;

/** What a row of the list and the enterprise's own page both say. */
export type EnterpriseFacts = {
  slug: string;
  name: string;
  shortName: string;
  /** Own plain words about what the sources say; null: nothing is stated. */
  description: string | null;
  /** Joint projects included. */
  projectCount: number;
  jointCount: number;
  stageCounts: Record<Stage, number>;
  /** Where its projects settle, as far as stated. */
  places: string[];
  /** Whether some of its projects have no stated place. */
  hasProjectWithoutPlace: boolean;
  agreements: EnterpriseAgreement[];
  /** Its own numbers only, never those of a project. */
  figures: Figure[];
  citations: Citation[];
};

export type EnterpriseAgreement = {
  code: string;
  title: string | null;
  callName: string;
  kind: keyof typeof agreementKindText | null;
  signed: DateRange | null;
  nameInTitle: string;
  /** From where we know that it is a party. */
  citations: Citation[];
};

export type PublicEnterprise = EnterpriseFacts & {
  /** Other names under which the sources speak of it; `citations` say why we read them so. */
  aliases: string[];
  /** At most 200; `projectCount` counts them all. */
  projects: EnterpriseProject[];
};

export type EnterpriseProject = {
  code: string;
  name: string;
  stage: Stage;
  /** The other enterprises of a joint project. */
  partners: { slug: string; shortName: string }[];
  due: { range: DateRange; basis: Citation["basis"]; isPast: boolean } | null;
  lastRecordOn: IsoDate;
  /** From where we know that this enterprise carries it. */
  citations: Citation[];
};
