import { formatDateRange } from "@/lib/format/date-words";
import type { KeptValues } from "@/lib/result";
import type { CheckContentDto } from "@/lib/status-check/status-check-queries";

/** A stored status check as the form shows it, for its author to mend. */
export function checkFormValues(check: CheckContentDto): KeptValues {
  const { answer, on, reason, evidenceKind, evidence, unit } = check;
  return {
    answer,
    on: formatDateRange(on),
    reason: reason ?? "",
    evidenceKind,
    evidence,
    unit: unit ?? "",
  };
}
