// How the tests write a row of the list of facts: ¶ are paragraphs of the report, † is our reading.
import { rangeOf } from "@/lib/date-columns";
import type { DatePrecision } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";

type Cited = { field: string; paragraph: number | null; basis: "stated" | "inferred" };

/** "¶14 15 †": the paragraphs of the fields, and whether one of them is our reading. */
export function cited(citations: readonly Cited[], ...fields: string[]): string {
  const own = citations.filter(({ field }) => fields.includes(field));
  const paragraphs = [...new Set(own.map(({ paragraph }) => paragraph ?? 0))].sort((a, b) => a - b);
  const mark = own.some(({ basis }) => basis === "inferred") ? " †" : "";
  return own.length === 0 ? "" : `¶${paragraphs.join(" ")}${mark}`;
}

/** A range in words; "not stated" when there is none. */
export function period(from: Date | null, to: Date | null, precision: DatePrecision | null): string {
  const range = rangeOf(from, to, precision);
  return range ? formatDateRange(range) : "not stated";
}

/** What `cited` needs of each row. */
export const citations = { select: { field: true, paragraph: true, basis: true } } as const;
/** One line of a table; empty parts are left out. */
export const line = (...parts: (string | number | null | undefined)[]) =>
  parts.filter((part) => part !== "").join(" | ");
