import { z } from "zod";
import { precisions } from "@/lib/format/date-range";

/** A stored date with a precision. */
export const dateRangeSchema = z.object({
  from: z.string().nullable(),
  to: z.string(),
  precision: z.enum(precisions),
});
