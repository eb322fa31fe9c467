import { z } from "zod";
import { lenientField } from "@/lib/format/lenient-schema";
import { rowNumberIn } from "@/lib/format/row-number";
import type { Parsed } from "@/lib/refusal";

const stale = "页面已过期，请刷新后再办。";
const mostOfInteger = 2_147_483_647;

/** The id or version of a row, as a hidden field sends it: what Postgres takes for an integer. */
export const rowNumberSchema = z.coerce.number(stale).int(stale).min(0, stale).max(mostOfInteger, stale);

/** The same where it may be left out: null. */
export const optionalRowNumber = lenientField((text): Parsed<number> => {
  const value = rowNumberIn(text);
  return value === null ? { refusal: stale } : { value };
});
