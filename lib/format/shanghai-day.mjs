// Fixed, so that neither TZ nor the machine's zone data matters: China has kept UTC+8 without summer time
// since 1992, and no instant in the register is older than 2015.
const OFFSET_MS = 8 * 3_600_000;

/**
 * The clock on the wall in Asia/Shanghai, as 2015-08-10T10:35:00.000; what follows the seconds means nothing.
 * @param {Date} instant
 */
export function shanghaiWallClock(instant) {
  return new Date(instant.getTime() + OFFSET_MS).toISOString();
}

/**
 * The calendar day in Asia/Shanghai at an instant.
 * @param {Date} instant
 */
export function shanghaiDay(instant) {
  return shanghaiWallClock(instant).slice(0, 10);
}
