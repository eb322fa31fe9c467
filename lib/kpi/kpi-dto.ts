import type { IsoDate } from "@/lib/format/date-range";
import type { Money } from "@/lib/format/money";
import type { Kpi, StageCounts } from "@/lib/kpi/kpi-rules";
import type { Condition, Tracking } from "@/lib/project/project-rules";

/** A rate of money; the sums are null while no project has both amounts. */
export type MoneyKpi = Omit<Kpi, "numerator" | "denominator"> & {
  numerator: Money | null;
  denominator: Money | null;
};

export type EnterpriseName = { slug: string; name: string };

/** The published figures of a day, as the API's /api/v1/stats hands them out. */
export type PublicStats = {
  asOf: IsoDate;
  /** N, 累计签约: projects signed by the day, each once, terminated ones included. */
  total: number;
  stages: StageCounts;
  conditions: Record<Condition | "unverified", number>;
  /** Terminated projects are in none of the three. */
  tracking: Record<Tracking, number>;
  /** By the set of enterprises that share a project. */
  byEnterprises: { enterprises: EnterpriseName[]; count: number; stages: StageCounts }[];
  /** A place of null: not stated. */
  byPlace: { place: { slug: string; name: string } | null; count: number; stages: StageCounts }[];
  /** A month of null: the signing is known only to lie not after that day. */
  bySigningMonth: { month: string | null; notAfter: IsoDate | null; count: number }[];
  overdueMilestones: number;
  /** Those of them whose deadline is our reading. */
  overdueInferred: number;
  kpis: { startRate: Kpi; operatingRate: Kpi; fulfilmentRate: Kpi; arrivalRate: MoneyKpi };
};
