import "server-only";
import { db } from "./db";
import type { IsoDate } from "./format/date-range";
import { shanghaiDay } from "./format/shanghai-time";
import { cachedRead } from "./page-cache/cached-read";

/** The day of this database: today in Asia/Shanghai, or the day at which a demo's clock stands. */
export async function today(): Promise<IsoDate> {
  const { clockOn } = await cachedRead({ key: "clock", tags: [] }, readClock);
  return clockOn ?? shanghaiDay(new Date());
}

async function readClock(): Promise<{ clockOn: IsoDate | null }> {
  const [row] = await db.$queryRaw<
    { clockOn: IsoDate | null }[]
  >`select clock_on::text as "clockOn" from dataset`;
  return { clockOn: row?.clockOn ?? null };
}
