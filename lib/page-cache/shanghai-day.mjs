const format = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/**
 * The calendar day in Asia/Shanghai, as 2015-08-10.
 * @param {Date} instant
 * @returns {string}
 */
export function shanghaiDay(instant) {
  return format.format(instant);
}
