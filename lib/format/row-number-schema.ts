import { z } from "zod";

const stale = "页面已过期，请刷新后再办。";
const mostOfInteger = 2_147_483_647;

/** The id or version of a row, as a hidden field sends it: what Postgres takes for an integer. */
export const rowNumberSchema = z.coerce.number(stale).int(stale).min(0, stale).max(mostOfInteger, stale);
