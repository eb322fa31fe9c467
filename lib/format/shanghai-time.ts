import type { IsoDate } from "@/lib/format/calendar-day";

// Fixed, so that neither TZ nor the machine's zone data matters: China has kept UTC+8 without summer time
// since 1992, and no instant in the register is older than 2015.
const shanghaiOffsetMs = 8 * 3_600_000;

/** The calendar day in Asia/Shanghai at an instant. */
export function shanghaiDay(instant: Date): IsoDate {
  return shanghaiText(instant).slice(0, 10);
}

/** "YYYY-MM-DD HH:mm" in Asia/Shanghai, 24 h. */
export function formatInstant(instant: Date): string {
  return shanghaiText(instant).slice(0, 16).replace("T", " ");
}

function shanghaiText(instant: Date): string {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString();
}
