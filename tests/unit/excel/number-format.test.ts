import { expect, test } from "vitest";
import { numberKind, numberText, plainDecimal, serialDay } from "@/lib/excel/number-format.mjs";

test.each([
  [1, "1900-01-01"],
  [59, "1900-02-28"],
  [61, "1900-03-01"],
  [42_226, "2015-08-10"],
  [42_226.75, "2015-08-10"],
  [2_958_465, "9999-12-31"],
])("the serial %d is a day as Excel for Windows counts", (serial, day) => {
  expect(serialDay(serial, false)).toBe(day);
});

test("the day that Excel invented is given as it shows it, for the reader of dates to refuse", () => {
  expect(serialDay(60, false)).toBe("1900-02-29");
});

test.each([
  [0, "1904-01-01"],
  [40_764, "2015-08-10"],
])("the serial %d of an old Mac's workbook is counted from 1904", (serial, day) => {
  expect(serialDay(serial, true)).toBe(day);
});

test.each([[-1], [0], [2_958_466]])("the serial %d is no day", (serial) => {
  expect(serialDay(serial, false)).toBeNull();
});

test.each<[number, string | undefined, string]>([
  [0, undefined, "number"],
  [14, undefined, "day"],
  [57, undefined, "month"],
  [9, undefined, "percent"],
  [164, "yyyy\\-mm\\-dd", "day"],
  [165, 'yyyy"年"m"月"', "month"],
  [166, 'yyyy"年"m"月"d"日";@', "day"],
  [167, "[$-804]yyyy/m", "month"],
  [168, "yyyy", "year"],
  [169, "h:mm:ss", "number"],
  [170, "0.00%", "percent"],
  [171, "#,##0.00_);[Red](#,##0.00)", "number"],
  [172, '0"day"', "number"],
  [173, "General", "number"],
  [174, "@", "number"],
])("the format %d %s shows a %s", (id, code, kind) => {
  expect(numberKind(id, code)).toBe(kind);
});

test.each([
  [0.1 + 0.2, "0.3"],
  [1_200.0999999999999, "1200.1"],
  [12_345_678.9012, "12345678.9012"],
  [1e12, "1000000000000"],
  [1e21, "1000000000000000000000"],
  [1.5e-7, "0.00000015"],
  [-12.5, "-12.5"],
  [0, "0"],
])("the number %d is written as a person writes it", (value, text) => {
  expect(plainDecimal(value)).toBe(text);
});

test.each<[number, "number" | "percent" | "day" | "month" | "year", string]>([
  [0.45, "percent", "45%"],
  [0.07, "percent", "7%"],
  [42_583, "month", "2016-08"],
  [42_583, "day", "2016-08-01"],
  [42_583, "year", "2016"],
  [-5, "day", "-5"],
])("a cell of %d shown as a %s reads %s", (value, kind, text) => {
  expect(numberText(value, kind, false)).toBe(text);
});
