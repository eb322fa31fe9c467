import { asciiOf } from "@/lib/format/lenient-input";
import type { Parsed } from "@/lib/refusal";

// Commas may part digits by three, or by four as 万 and 亿 do; "12,5" is refused, not read as 125.
const plainNumber = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(?:\.(\d+))?$/;
const amountForm = /^[¥￥]?(.+?)(元|万元?|亿元?)?$/;
const zerosOf = { 元: 0, 万: 4, 万元: 4, 亿: 8, 亿元: 8 } as const;
const mostYuan = 10n ** 13n;
const mostQuantityDigits = 11;
const mostQuantityDecimals = 4;

const notANumber = "请填数字，例如 12000 或 12,000.5。";
const negative = "不能是负数，请核对。";

/** Reads an amount of money to whole yuan, exactly. Without a unit it is in 万元. */
export function parseYuan(raw: string): Parsed<bigint> {
  const [, digits = "", unit = "万元"] = amountForm.exec(asciiOf(raw)) ?? [];
  const number = readNumber(digits);
  if ("refusal" in number) return number;
  const zeros = isUnit(unit) ? zerosOf[unit] : 0;
  const { whole, decimals } = number.value;
  if (decimals.length > zeros) return { refusal: "金额最小到 1 元，请减少小数位数。" };
  const yuan = BigInt(whole + decimals.padEnd(zeros, "0"));
  return yuan > mostYuan ? { refusal: "金额超过 10 万亿元，请核对数字和单位。" } : { value: yuan };
}

/** Reads a quantity, ≥ 0, with at most 4 decimals: few enough digits for a number to hold them exactly. */
export function parseQuantity(raw: string): Parsed<number> {
  const number = readNumber(asciiOf(raw));
  if ("refusal" in number) return number;
  const { whole, decimals } = number.value;
  if (decimals.length > mostQuantityDecimals) return { refusal: "最多 4 位小数，请四舍五入后再填。" };
  if (whole.length > mostQuantityDigits) return { refusal: "数字太大，请核对。" };
  return { value: Number(`${whole}.${decimals || "0"}`) };
}

/** Reads a whole percent from 0 to 100, with or without the sign. */
export function parsePercent(raw: string): Parsed<number> {
  const [, digits] = /^(\d{1,3})%?$/.exec(asciiOf(raw)) ?? [];
  const percent = Number(digits);
  return percent <= 100 ? { value: percent } : { refusal: "请填 0 到 100 的整数，例如 45。" };
}

function readNumber(text: string): Parsed<{ whole: string; decimals: string }> {
  if (text.startsWith("-")) return { refusal: negative };
  const [, whole, decimals = ""] = plainNumber.exec(text) ?? [];
  if (whole === undefined) return { refusal: notANumber };
  return {
    value: { whole: whole.replace(/,/g, "").replace(/^0+(?=\d)/, ""), decimals: decimals.replace(/0+$/, "") },
  };
}

function isUnit(text: string): text is keyof typeof zerosOf {
  return text in zerosOf;
}
