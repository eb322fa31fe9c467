// China has kept UTC+8 without summer time since 1991, so neither TZ nor the machine's zone data matters.
const OFFSET_MS = 8 * 3_600_000;

/**
 * The calendar day in Asia/Shanghai, as 2015-08-10.
 * @param {Date} instant
 */
export function shanghaiDay(instant) {
  return new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}
