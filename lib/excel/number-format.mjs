/**
 * How a number is shown, which says what was meant: 42600 as a day, 0.45 as 45 %.
 * @typedef {"number" | "percent" | "day" | "month" | "year"} NumberKind
 */

/** The formats that a workbook names by number only. @type {Record<number, NumberKind>} */
const builtIn = Object.fromEntries([
  ...[9, 10].map((id) => [id, "percent"]),
  ...[14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58].map((id) => [id, "day"]),
  ...[17, 27, 36, 50, 52, 57].map((id) => [id, "month"]),
]);

/**
 * @param {number} id
 * @param {string | undefined} code the workbook's own format of that id
 * @returns {NumberKind}
 */
export function numberKind(id, code) {
  if (code === undefined) return builtIn[id] ?? "number";
  const [shown = ""] = code.split(";");
  const bare = shown.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").toLowerCase();
  if (bare.includes("general") || bare.includes("@")) return "number";
  if (bare.includes("%")) return "percent";
  if (bare.includes("d")) return "day";
  if (!bare.includes("y")) return "number";
  return bare.includes("m") ? "month" : "year";
}

// Excel counts 1900-02-29, which never was: from there on days are one ahead.
const days1900 = { before: Date.UTC(1899, 11, 31), after: Date.UTC(1899, 11, 30) };
const days1904 = Date.UTC(1904, 0, 1);
const phantomDay = 60;
const lastSerial = 2_958_465;
const msOfDay = 86_400_000;

/**
 * The day of a serial number, as ISO; null when there is none.
 * @param {number} serial
 * @param {boolean} is1904 whether the workbook counts from 1904, as those of old Macs do
 */
export function serialDay(serial, is1904) {
  const day = Math.floor(serial);
  if (day < (is1904 ? 0 : 1) || day > lastSerial) return null;
  if (!is1904 && day === phantomDay) return "1900-02-29";
  const start = is1904 ? days1904 : day < phantomDay ? days1900.before : days1900.after;
  return new Date(start + day * msOfDay).toISOString().slice(0, 10);
}

/**
 * A number as a person would have typed it: with the 15 digits that Excel keeps, without an exponent.
 * @param {number} value
 */
export function plainDecimal(value) {
  const kept = Number(value.toPrecision(15));
  const text = String(kept);
  if (!text.includes("e")) return text;
  return Math.abs(kept) < 1 ? kept.toFixed(15).replace(/\.?0+$/, "") : BigInt(kept).toString();
}

/**
 * A number cell as text that the forms' lenient readers read.
 * @param {number} value
 * @param {NumberKind} kind
 * @param {boolean} is1904
 */
export function numberText(value, kind, is1904) {
  if (kind === "number") return plainDecimal(value);
  if (kind === "percent") return `${plainDecimal(Number((value * 100).toPrecision(15)))}%`;
  const day = serialDay(value, is1904);
  if (day === null) return plainDecimal(value);
  return { day, month: day.slice(0, 7), year: day.slice(0, 4) }[kind];
}
