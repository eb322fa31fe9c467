import type { Citation } from "@/lib/source/citation-dto";

/** Why a field is our reading and not stated; null when it is stated. */
export function inferredReason(citations: readonly Citation[], field: string): string | null {
  return (
    citations.find((citation) => citation.field === field && citation.basis === "inferred")?.reason ?? null
  );
}

/** The citations of some fields. */
export function citing(citations: readonly Citation[], ...fields: string[]): Citation[] {
  return citations.filter(({ field }) => fields.includes(field));
}
