import { InferredDagger } from "@/components/source/inferred-slip";
import type { DateRange } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";
import type { Citation } from "@/lib/source/citation-dto";

type Props = { range: DateRange; basis: Citation["basis"]; isPast: boolean };

/** A deadline and whether it has passed, in ink: the register knows only that nothing was recorded. */
export function DueDate({ range, basis, isPast }: Props) {
  return (
    <>
      <span className="nowrap">
        {formatDateRange(range)}
        {basis === "inferred" && <InferredDagger />}
      </span>
      {isPast && (
        <>
          {" "}
          <span className="past">已过</span>
        </>
      )}
    </>
  );
}
