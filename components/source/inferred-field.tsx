import type { Citation } from "@/lib/source/citation-dto";
import { inferredReason } from "@/lib/source/citation-rules";
import { InferredSlip } from "./inferred-slip";

type Props = { citations: readonly Citation[]; fields: readonly string[]; withReason?: boolean };

/** 推断 where one of the fields is our reading, nothing where the source states them all. */
export function InferredField({ citations, fields, withReason }: Props) {
  const reason = fields.map((field) => inferredReason(citations, field)).find((found) => found !== null);
  return reason ? <InferredSlip reason={reason} withReason={withReason} /> : null;
}
