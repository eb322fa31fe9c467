import { formatNumber } from "@/lib/format/number";

export const currencies = ["CNY", "USD"] as const;
export type Currency = (typeof currencies)[number];

/** Money outside `lib`: decimal digits of whole units (yuan, dollars), so that JSON keeps every one of them. */
export type Money = { amount: string; currency: Currency };

const wan = 10_000n;
const yi = 100_000_000n;
const unitNames = { CNY: "元", USD: "美元" } as const satisfies Record<Currency, string>;
const scales = { 万: wan, 亿: yi } as const;

/** The money of a database row for a DTO; null is not stated. */
export function toMoney(amount: bigint | null, currency: Currency = "CNY"): Money | null {
  return amount === null ? null : { amount: amount.toString(), currency };
}

/** "814.7 亿元", "12,000 万元", "4.5 亿美元"; below one 万 in single units, which would else round away. */
export function formatMoney(money: Money): string;
export function formatMoney(money: Money | null): string | null;
export function formatMoney(money: Money | null): string | null {
  if (money === null) return null;
  const amount = BigInt(money.amount);
  const name = unitNames[money.currency];
  if (amount < wan) return `${formatNumber(amount)} ${name}`;
  const scale = amount < yi ? "万" : "亿";
  return `${formatAmountIn(scale, amount)} ${scale}${name}`;
}

/** The bare number for a column whose header says the unit, rounded half up to two decimals. */
export function formatAmountIn(scale: keyof typeof scales, amount: bigint | string): string {
  const cents = (BigInt(amount) * 200n + scales[scale]) / (scales[scale] * 2n);
  return withDecimals(cents / 100n, String(cents % 100n).padStart(2, "0"));
}

/** The exact amount in 万元, as a form field shows it and parseYuan reads it. */
export function formatWanInput(yuan: bigint | string): string {
  return withDecimals(BigInt(yuan) / wan, String(BigInt(yuan) % wan).padStart(4, "0"));
}

function withDecimals(whole: bigint, decimals: string): string {
  const kept = decimals.replace(/0+$/, "");
  return kept === "" ? formatNumber(whole) : `${formatNumber(whole)}.${kept}`;
}
