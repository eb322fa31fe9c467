import "server-only";
import { db } from "./db";
import type { IsoDate } from "./format/date-range";
import { shanghaiDay } from "./format/shanghai-time";
import { cachedRead } from "./page-cache/cached-read";

type Clock = { clockOn: IsoDate | null; isDemo: boolean };

/** The day of this database: today in Asia/Shanghai, or the day at which a demo's clock stands. */
export async function today(): Promise<IsoDate> {
  const { clockOn } = await cachedRead({ key: "clock", tags: [] }, readClock);
  return clockOn ?? shanghaiDay(new Date());
}

/** Whether the data are made up, which every page must say. */
export async function isDemo(): Promise<boolean> {
  return (await cachedRead({ key: "clock", tags: [] }, readClock)).isDemo;
}

async function readClock(): Promise<Clock> {
  const [row] = await db.$queryRaw<
    Clock[]
  >`select clock_on::text as "clockOn", kind = 'demo' as "isDemo" from dataset`;
  return row ?? { clockOn: null, isDemo: false };
}
