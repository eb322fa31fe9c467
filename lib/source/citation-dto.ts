import type { IsoDate } from "@/lib/format/calendar-day";

/** From where a field is known: a paragraph of a source document, a published report, status check or register change. */
export type Citation = {
  field: string;
  basis: "stated" | "inferred";
  /** Why we read it so; null exactly when it is stated. */
  reason: string | null;
  source: { slug: string; publishedOn: IsoDate; paragraph: number } | null;
  reportId: number | null;
  statusCheckId: number | null;
  registerChangeId: number | null;
};
