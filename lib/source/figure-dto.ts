import type { DateRange } from "@/lib/format/date-range";
import type { Money } from "@/lib/format/money";
import type { Citation } from "@/lib/source/citation-dto";

/** A number that a source states of an organization, a project or a place, and that is neither promise nor progress. */
export type Figure = {
  metric: string;
  /** Null: a plain number. */
  money: Money | null;
  number: number | null;
  unit: string | null;
  period: DateRange | null;
  /** An aim, not a result. */
  isGoal: boolean;
  note: string | null;
  citations: Citation[];
};
